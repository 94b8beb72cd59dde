import { caseFacts } from '#lib/access/case-facts.ts';
import { mayReadDocument } from '#lib/access/documents.ts';
import { mayKeepArchive } from '#lib/access/keeping.ts';
import { mayKeepRegister } from '#lib/access/protocol.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import type { Session } from '#lib/access/session.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { toDocumentMetadata, toDocumentMetadataXml } from '#lib/projections/allegato5-document.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { findDescribed, type DescribedDocumentRow } from '#lib/store/documents/document-metadata.ts';
import { metadataFactsOf } from './metadata-facts.ts';
import { noteLook } from './note-look.ts';
import { problem, privateJson } from './problem.ts';
import { answering } from './read-json.ts';

const unknown = () => problem(404, 'No document that you may read bears this id.');

/** Who is here for their own affairs and tries out ids is slowed, here as on the pages. */
function missed(session: Session | null): Response {
  const comeAgain = session?.kind === 'citizen' ? composition().guesses.missed(session.agent) : null;
  if (comeAgain === null) return unknown();
  return problem(429, 'Too many documents that are not yours.', [], { headers: { 'retry-after': String(comeAgain) } });
}

/** `GET /api/v1/documents/{id}/metadata`: Allegato 5, as JSON or, where `Accept` or `format` says so, as XML; for who may read the document. */
export const answerDocumentMetadata = (request: Request, id: string): Promise<Response> =>
  answering(async () => {
    const session = await currentSession();
    const row = session && isIdentifier(id) ? await findDescribed(composition().pool, id) : null;
    if (!session || !row || !(await mayRead(session, row))) return missed(session);
    const [facts] = await metadataFactsOf([row], composition());
    if (!facts) return unknown();
    return wantsXml(request) ? privateXml(toDocumentMetadataXml(facts)) : privateJson(toDocumentMetadata(facts));
  });

/** Whether XML is asked for; JSON is what nobody has to ask for. */
export const wantsXml = (request: Request): boolean =>
  new URL(request.url).searchParams.get('format') === 'xml' ||
  /^\s*(application|text)\/xml\b/.test(request.headers.get('accept') ?? '');

export const privateXml = (xml: string): Response =>
  new Response(xml, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-store', vary: 'accept' },
  });

/** Of a case as its documents are read; of another fascicolo the archivist; of the register alone who keeps it. */
async function mayRead(session: Session, { record, fascicolo, registration }: DescribedDocumentRow): Promise<boolean> {
  if (fascicolo?.kind === 'procedimento') {
    const { procedures, organisation } = composition();
    const offices = organisation();
    const reach = reachOf(session, offices);
    const handled = (await procedures.findHandled([fascicolo.id], reach)).get(fascicolo.id);
    const line = handled && (await procedures.findDocument(fascicolo.id, record, reach));
    if (!handled || !line) return false;
    const facts = caseFacts(handled.procedure, handled.context.type, handled.context.catalogue);
    const may = mayReadDocument(session, facts, line, offices).allowed;
    if (may) await noteLook(session, handled, composition(), record);
    return may;
  }
  if (mayKeepArchive(session).allowed) return true;
  return fascicolo === null && registration !== null && mayKeepRegister(session).allowed;
}

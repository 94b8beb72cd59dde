import { caseFacts } from '#lib/access/case-facts.ts';
import { mayReadDocument } from '#lib/access/documents.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import type { Session } from '#lib/access/session.ts';
import type { Composition } from '#lib/composition.ts';
import { noteLook } from './note-look.ts';
import type { HandedFascicolo } from './fascicolo-archive.ts';

type Parts = Pick<
  Composition,
  'procedures' | 'fascicoli' | 'procedureTypes' | 'organisation' | 'baseUrl' | 'now' | 'looks'
>;

/** The fascicolo of a case as this session may have it; null where there is none within its reach. */
export async function handFascicolo(id: string, session: Session, parts: Parts): Promise<HandedFascicolo | null> {
  const { procedures, fascicoli, procedureTypes, baseUrl } = parts;
  const offices = parts.organisation();
  const reach = reachOf(session, offices);
  // No id has a zero byte, and PostgreSQL takes no text with one.
  const handled = id.includes('\0') ? undefined : (await procedures.findHandled([id], reach)).get(id);
  if (!handled) return null;
  await noteLook(session, handled, parts);
  const { procedure, context, title } = handled;
  const file = await fascicoli.find(id);
  const facts = caseFacts(procedure, context.type, context.catalogue);
  return {
    facts: {
      id,
      title,
      code: file?.code ?? null,
      openedOn: file?.openedOn ?? null,
      closedOn: file?.closedOn ?? null,
      agency: procedureTypes.comune().name.it,
      madeAt: parts.now().toISOString(),
      url: `${baseUrl}/ufficio/pratiche/${id}`,
    },
    page: (after) => procedures.listDocuments(id, reach, { after }),
    mayRead: (document) => mayReadDocument(session, facts, document, offices).allowed,
  };
}

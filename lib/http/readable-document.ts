import { caseFacts } from '#lib/access/case-facts.ts';
import { mayReadDocument } from '#lib/access/documents.ts';
import { mayKeepArchive } from '#lib/access/keeping.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import type { Session } from '#lib/access/session.ts';
import type { Composition } from '#lib/composition.ts';
import type { FoundDocument } from '#lib/store/fascicolo-index/fascicolo-index.ts';
import type { FoundEntry } from '#lib/store/fascicoli/fascicoli.ts';
import type { HandledCase } from '#lib/store/procedures/procedure-store.ts';

type Parts = Pick<Composition, 'procedures' | 'fascicoli' | 'fascicoloIndex' | 'organisation'>;

/** A document of a case that this session may read; null where there is none. */
export async function documentOfCase(
  id: string,
  record: string,
  session: Session,
  { procedures, fascicoloIndex, organisation }: Parts,
): Promise<{ document: FoundDocument; handled: HandledCase } | null> {
  if (id.includes('\0')) return null;
  const offices = organisation();
  const reach = reachOf(session, offices);
  const handled = (await procedures.findHandled([id], reach)).get(id);
  const document = handled ? await fascicoloIndex.find(id, record, reach) : null;
  if (!handled || !document) return null;
  const facts = caseFacts(handled.procedure, handled.context.type, handled.context.catalogue);
  return mayReadDocument(session, facts, document, offices).allowed ? { document, handled } : null;
}

/** A document of a fascicolo without a procedure, for who keeps the archive. */
export async function documentOfArchive(
  id: string,
  record: string,
  session: Session | null,
  { fascicoli, fascicoloIndex }: Parts,
): Promise<{ document: FoundDocument; code: string; object: string } | null> {
  if (session === null || !mayKeepArchive(session).allowed) return null;
  const view = await fascicoli.find(id);
  const document = view && view.kind !== 'procedimento' ? await fascicoloIndex.find(id, record) : null;
  return view && document ? { document, code: view.code, object: view.object } : null;
}

/** An act of a repertorio, for who keeps the archive. */
export async function actOfRepertorio(
  code: string,
  record: string,
  session: Session | null,
  { fascicoli }: Pick<Parts, 'fascicoli'>,
): Promise<FoundEntry | null> {
  return session !== null && mayKeepArchive(session).allowed ? fascicoli.findEntry(code, record) : null;
}

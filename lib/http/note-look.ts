import { caseFacts } from '#lib/access/case-facts.ts';
import { looksAs } from '#lib/access/looks.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import type { Session } from '#lib/access/session.ts';
import type { Composition } from '#lib/composition.ts';
import { findDescribed } from '#lib/store/documents/document-metadata.ts';
import type { HandledCase } from '#lib/store/procedures/procedure-store.ts';

type Parts = Pick<Composition, 'organisation'> & { looks: Pick<Composition['looks'], 'note'> };

/**
 * Writes down that somebody of the staff looks at a case, or at a document of it, for the parties to read. Called by whatever shows one, before it
 * is shown: what could not be written down is not shown.
 */
export async function noteLook(
  session: Session | null,
  { procedure, context }: Pick<HandledCase, 'procedure' | 'context'>,
  { looks, organisation }: Parts,
  document?: string,
): Promise<void> {
  if (session?.kind !== 'staff') return;
  const facts = caseFacts(procedure, context.type, context.catalogue);
  const as = looksAs(session, facts, organisation());
  if (as === null) return;
  const kind = document === undefined ? 'case.read' : 'document.read';
  await looks.note({ member: session.member, kind, subject: procedure.id, as, document });
}

/**
 * Writes down a look at a document by another way than its case, as the register of the protocollo is: where it lies in one, the parties of that
 * case are told all the same.
 */
export async function noteLookAtDocument(
  session: Session | null,
  record: string,
  parts: Parts & Pick<Composition, 'pool'> & { procedures: Pick<Composition['procedures'], 'findHandled'> },
): Promise<void> {
  if (session?.kind !== 'staff') return;
  const { fascicolo } = (await findDescribed(parts.pool, record)) ?? { fascicolo: null };
  if (fascicolo?.kind !== 'procedimento') return;
  const reach = reachOf(session, parts.organisation());
  const handled = (await parts.procedures.findHandled([fascicolo.id], reach)).get(fascicolo.id);
  if (handled) await noteLook(session, handled, parts, record);
}

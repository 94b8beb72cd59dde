import { cache } from 'react';
import { caseFacts, type CaseFacts } from '#lib/access/case-facts.ts';
import { composition } from '#lib/composition.ts';
import { noteLook } from '#lib/http/note-look.ts';
import { mayReadDocument } from '#lib/access/documents.ts';
import type { CaseView, StoredEvent } from '#lib/store/procedures/procedure-store.ts';
import { loadDesk, type DeskContext } from './load-desk.ts';

/** A case as its page needs it. */
export interface DeskCase {
  desk: DeskContext;
  view: CaseView;
  facts: CaseFacts;
  /** Names of members of the staff by id. */
  names: ReadonlyMap<string, string>;
}

/** A case within reach of who is signed in; null where there is none. Documents that somebody may not read are left out. */
export const loadCase = cache(async (id: string): Promise<DeskCase | null> => {
  const desk = await loadDesk();
  const { procedures, staff } = composition();
  const found = await procedures.findCase(id, desk.reach);
  if (!found) return null;
  await noteLook(desk.session, found, composition());
  const facts = caseFacts(found.procedure, found.context.type, found.context.catalogue);
  const documents = found.documents.filter(
    (document) => mayReadDocument(desk.session, facts, document, desk.organisation).allowed,
  );
  const members = [
    ...found.activities.flatMap(({ takenBy, doneBy }) => [takenBy, doneBy]),
    found.procedure.assignee,
    ...documents.map(({ addedBy }) => addedBy),
  ].flatMap((one) => (one ? [one.replace(/^officer:/, '')] : []));
  return { desk, view: { ...found, documents }, facts, names: await staff.namesOfMembers(members) };
});

/** Most pages of events of one case that are read at once. */
const mostPages = 10;

/** The history of a case, the newest first, with the names of who did it. */
export async function loadHistory(
  id: string,
): Promise<{ events: StoredEvent[]; names: ReadonlyMap<string, string>; whole: boolean }> {
  const { reach } = await loadDesk();
  const { procedures, staff } = composition();
  const events: StoredEvent[] = [];
  let after: number | null = 0;
  for (let page = 0; page < mostPages && after !== null; page++) {
    const read: Awaited<ReturnType<typeof procedures.listEvents>> = await procedures.listEvents(id, reach, { after });
    events.push(...(read?.events ?? []));
    after = read?.next ?? null;
  }
  const members = events.flatMap(({ actor, event }) => [
    ...(actor.startsWith('officer:') ? [actor.slice('officer:'.length)] : []),
    ...(event.kind === 'activityTaken' ? [event.by] : []),
    ...(event.kind === 'assigned' && event.to ? [event.to] : []),
  ]);
  return { events: events.reverse(), names: await staff.namesOfMembers(members), whole: after === null };
}

import { cache } from 'react';
import { mayAnswer } from '#lib/access/answering.ts';
import { caseFacts, type CaseFacts } from '#lib/access/case-facts.ts';
import { readableDocuments } from '#lib/access/documents.ts';
import { toldTo } from '#lib/access/public-events.ts';
import type { Reach } from '#lib/access/reach.ts';
import type { CitizenSession } from '#lib/access/session.ts';
import { composition } from '#lib/composition.ts';
import { documentsAsked, type DocumentsAsked } from '#lib/procedures/cases/documents-asked.ts';
import type { IndexedDocument } from '#lib/store/fascicolo-index/fascicolo-index.ts';
import type { CaseView, StoredEvent } from '#lib/store/procedures/procedure-store.ts';
import { ownPlaces, type CasePlaces } from './case-places.ts';
import { loadMine, type Mine } from './load-mine.ts';

/** A case as its party may see it. */
export interface MyCaseFacts {
  mine: Pick<Mine, 'session' | 'reach'>;
  places: CasePlaces;
  view: CaseView;
  facts: CaseFacts;
  /** The latest that they may read, in the order in which they came. */
  documents: IndexedDocument[];
  /** What they are told of, the newest first. */
  events: StoredEvent[];
  /** What the office asks of them now; null where it asks nothing, or another. */
  asked: DocumentsAsked | null;
  /** Null while nobody has it. */
  responsible: string | null;
}

/** Documents shown beside a case. */
const mostDocuments = 100;

/** Most pages of events of one case that are read at once. */
const mostPages = 10;

/** A case of theirs, or of whom they represent; null for another's and for none, which is the same. */
export const loadMyCase = cache(async (id: string): Promise<MyCaseFacts | null> =>
  caseOf(await loadMine(undefined), id, ownPlaces),
);

/** A case as a party of it sees it, wherever it is shown. */
export async function caseOf(
  mine: MyCaseFacts['mine'],
  id: string,
  placesOf: (id: string, type: string) => CasePlaces,
): Promise<MyCaseFacts | null> {
  const { procedures, staff, organisation, fascicoloIndex } = composition();
  const found = await procedures.findCase(id, mine.reach);
  if (!found) return null;
  const offices = organisation();
  const facts = caseFacts(found.procedure, found.context.type, found.context.catalogue);
  const readable = readableDocuments(mine.session, facts, offices);
  const documents = await fascicoloIndex.list(id, { readable, order: '-number', limit: mostDocuments }, mine.reach);
  const { assignee } = found.procedure;
  const names = await staff.namesOfMembers(assignee ? [assignee] : []);
  const events = await eventsOf(id, mine.reach);
  const isTold = toldTo(mine.session, facts);
  return {
    mine,
    places: placesOf(id, found.procedure.type.code),
    view: found,
    facts,
    documents: documents.items.reverse(),
    events: events.filter(({ event }) => isTold(event)).reverse(),
    asked: askedOf(mine.session, found, facts, events),
    responsible: assignee ? (names.get(assignee) ?? null) : null,
  };
}

/** What the office asks of who is signed in. */
export function askedOf(
  session: CitizenSession,
  { procedure, context }: Pick<CaseView, 'procedure' | 'context'>,
  facts: CaseFacts,
  events: readonly StoredEvent[],
): DocumentsAsked | null {
  if (!mayAnswer(session, facts, composition().organisation()).allowed) return null;
  return documentsAsked(
    procedure,
    context,
    events.map(({ event }) => event),
  );
}

/** The events of a case, in order. */
export async function eventsOf(id: string, reach: Reach): Promise<StoredEvent[]> {
  const { procedures } = composition();
  const events: StoredEvent[] = [];
  let after: number | null = 0;
  for (let page = 0; page < mostPages && after !== null; page++) {
    const read: Awaited<ReturnType<typeof procedures.listEvents>> = await procedures.listEvents(id, reach, { after });
    events.push(...(read?.events ?? []));
    after = read?.next ?? null;
  }
  return events;
}

import type pg from 'pg';
import { facetLabel } from '#lib/projections/search-document.ts';
import { agentNameKey } from '#lib/records/agent-name.ts';
import type { Client } from './elasticsearch.ts';
import type { IndexNames } from './elasticsearch-indices.ts';
import { findBeginnings, findShared, type Beginnings, type Shareable } from './elasticsearch-suggest-find.ts';
import { accessPointKey } from './elasticsearch-suggest-inputs.ts';
import { readBearers, type Bearer } from './elasticsearch-suggest-records.ts';
import type { Beginning } from './elasticsearch-suggest-sharing.ts';
import type { Scope, Suggestion, SuggestRequest } from './search.ts';
import { inOrder, typedText } from './suggestions.ts';

/**
 * What begins as was typed: found by the completion fields, shown from the store; one request to each. Only where so many records share titles
 * that it is not clear which are shared is the index asked again, while the store answers.
 */
export async function suggest(
  client: Client,
  names: IndexNames,
  pool: pg.Pool,
  { scope, q }: SuggestRequest,
): Promise<Suggestion[]> {
  const typed = typedText(q);
  if (typed === null) return [];
  const found = await findBeginnings(client, names, scope, typed);
  const idsOf = (...lists: Beginning[][]) => lists.flat().map(({ id }) => id);
  const asked = {
    records: idsOf(found.head, found.title, found.code),
    withAgents: idsOf(found.agent),
    withPoints: idsOf(found.place, found.subject),
  };
  const [bearers, shared] = await Promise.all([
    readBearers(pool, scope, asked),
    findShared(client, names, scope, found),
  ]);
  const of = (list: Beginning[]) => list.map(({ id }) => bearers.get(id)).filter((bearer) => bearer !== undefined);
  return inOrder(typed, [
    headsOf(of(found.head)),
    agentsOf(of(found.agent), typed),
    pointsOf(of(found.place), 'place', scope, typed),
    pointsOf(of(found.subject), 'subject', scope, typed),
    unitsOf('code', found, bearers, shared),
    unitsOf('title', found, bearers, shared),
  ]);
}

const headsOf = (bearers: readonly Bearer[]): Suggestion[] =>
  bearers.map(({ id, title, level, fonds }) => ({ kind: 'title', label: title, id, type: level, note: fonds }));

function unitsOf(
  kind: Shareable,
  found: Beginnings,
  bearers: ReadonlyMap<string, Bearer>,
  shared: Record<Shareable, ReadonlySet<string>>,
): Suggestion[] {
  return found[kind].flatMap(({ key, id }): Suggestion[] => {
    const bearer = bearers.get(id);
    const label = kind === 'title' ? bearer?.title : bearer?.code;
    if (!bearer || !label) return [];
    if (shared[kind].has(key)) return [{ kind, label, id: null, type: null, note: null }];
    return [{ kind, label, id, type: bearer.level, note: kind === 'title' ? bearer.fonds : bearer.title }];
  });
}

/** A record is found once, by the first of its agents that begins so: here are the others. */
function agentsOf(bearers: readonly Bearer[], typed: string): Suggestion[] {
  const agents = bearers.flatMap((bearer) => bearer.agents ?? []);
  return beginning(agents, ({ name }) => agentNameKey(name), agentNameKey(typed)).map(
    ({ id, name: label, kind: type }): Suggestion => ({ kind: 'agent', label, id, type, note: null }),
  );
}

function pointsOf(bearers: readonly Bearer[], kind: 'place' | 'subject', scope: Scope, typed: string): Suggestion[] {
  const points = bearers
    .flatMap((bearer) => bearer.points ?? [])
    .filter((point) => point.kind === kind && (scope === 'internal' || !point.internal));
  return beginning(points, ({ label }) => accessPointKey(label), accessPointKey(typed)).map(
    ({ label }): Suggestion => ({ kind, label: facetLabel(label), id: null, type: null, note: null }),
  );
}

/** The first by key, of each key what was met first; the same agent of several records is left to whoever puts the lists together. */
function beginning<T>(things: readonly T[], keyOf: (thing: T) => string, typed: string): T[] {
  const keyed = things.map((thing) => [keyOf(thing), thing] as const).filter(([key]) => key.startsWith(typed));
  return keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, thing]) => thing);
}

import type { Reach } from '#lib/access/reach.ts';
import { addDays, type Day } from '#lib/procedures/day.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import type { FoundByWords } from './found-by-words.ts';
import { withinReach, type Bound } from './reach-sql.ts';
import { soonDays, type WorkScope, type WorkView } from './work-query.ts';

/**
 * The rows that a view shows, as one or several ranges of an index: each of `keys` is a value of the index's leading column, and within it rows
 * come in the order of the list. A page reads the beginning of each range, so that someone with two types waits no longer than who sees all.
 */
export interface Pile {
  from: 'eli4u.procedure' | 'found';
  state: Procedure['state'];
  lead: { column: 'type_code' | 'unit' | 'assignee'; keys: readonly string[] } | null;
  /** Further conditions, on what the index holds wherever that can be. */
  conditions: string[];
}

/** Beyond so many ranges, one walk over all with a filter reads less than the beginnings of each. */
const mostRanges = 40;

/** A view under a reach: one pile for each part of it, of which one row may be in several. None where nothing can be shown. */
export function pilesOf(view: WorkView, scope: WorkScope, found: FoundByWords, today: Day, bound: Bound): Pile[] {
  const { reach } = scope;
  const parts = reach.kind === 'any' ? reach.of : [reach];
  return parts.flatMap((part) => pileOf(view, scope, part, found, today, bound) ?? []);
}

type ReachPart = Exclude<Reach, { kind: 'any' }>;

function pileOf(
  view: WorkView,
  scope: WorkScope,
  reach: ReachPart,
  found: FoundByWords,
  today: Day,
  bound: Bound,
): Pile | null {
  const { filter, me } = scope;
  const units = narrowed(narrowed(unitsOf(reach), filter.unit), view === 'unit' ? scope.units : undefined);
  const types = narrowed(typesOf(reach), filter.type);
  const assignees = narrowed(view === 'mine' ? [me] : null, filter.assignee ?? undefined);
  if ([units, types, assignees].some((list) => list?.length === 0)) return null;
  if (filter.assignee === null && view === 'mine') return null;
  const lead = leadOf(units, types, assignees);
  const conditions = viewConditions(view, today, bound);
  if (reach.kind === 'own') conditions.push(withinReach(reach, bound));
  if (units && lead?.column !== 'unit') conditions.push(`p.unit = ANY(${bound.bind(units, 'text[]')})`);
  if (types && lead?.column !== 'type_code') conditions.push(`p.type_code = ANY(${bound.bind(types, 'text[]')})`);
  if (filter.assignee === null) conditions.push('p.assignee IS NULL');
  const state = states[view] ?? 'running';
  if (found.kind !== 'few') return { from: 'eli4u.procedure', state, lead, conditions };
  if (lead) conditions.push(`p.${lead.column} = ANY(${bound.bind(lead.keys, 'text[]')})`);
  return { from: 'found', state, lead: null, conditions };
}

const states: Partial<Record<WorkView, Procedure['state']>> = { toClose: 'concluded', closed: 'closed' };

function viewConditions(view: WorkView, today: Day, bound: Bound): string[] {
  const clockRuns = `p.clock_state IN ('runs', 'expired')`;
  if (view === 'waiting') return ['p.waiting_for IS NOT NULL'];
  if (view === 'overdue') return [`p.due_order < ${bound.bind(today, 'date')}`, clockRuns];
  if (view !== 'dueSoon') return [];
  const [from, until] = [bound.bind(today, 'date'), bound.bind(addDays(today, soonDays), 'date')];
  return [`p.due_order >= ${from}`, `p.due_order <= ${until}`, clockRuns];
}

function leadOf(
  units: readonly string[] | null,
  types: readonly string[] | null,
  assignees: readonly string[] | null,
): Pile['lead'] {
  if (assignees) return { column: 'assignee', keys: assignees };
  const fits = (list: readonly string[] | null): list is readonly string[] =>
    list !== null && list.length <= mostRanges;
  if (fits(types) && (!fits(units) || types.length <= units.length)) return { column: 'type_code', keys: types };
  return fits(units) ? { column: 'unit', keys: units } : null;
}

const unitsOf = (reach: ReachPart) => (reach.kind === 'some' ? reach.units : null);
const typesOf = (reach: ReachPart) => (reach.kind === 'some' ? reach.types : null);

/** What both allow; null allows all. */
function narrowed(
  list: readonly string[] | null,
  more: string | readonly string[] | undefined,
): readonly string[] | null {
  if (more === undefined) return list;
  const wanted = [...new Set(typeof more === 'string' ? [more] : more)];
  return list === null ? wanted : wanted.filter((one) => list.includes(one));
}

import type pg from 'pg';
import { allOf, inTiers } from './postgres-query.ts';
import type { Scope, SearchRequest } from './search.ts';

/** Which search rows are meant. */
export interface HitSet {
  scope: Scope;
  /** Words and filters in one; null: no condition. */
  tsquery: string | null;
  from: number | null;
  to: number | null;
  dateMode: SearchRequest['dateMode'];
  /** Where the rows lie that are known to meet all of it (`tid[]` as text), so that no condition is tested twice in one transaction. */
  found?: string;
}

/** Values bound to a statement while its text is put together. */
export class Bound {
  readonly values: unknown[] = [];

  /** @returns the placeholder, with its type. */
  bind(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

/** Public searches name the public partition and nothing else; internal ones see each record once, by its fuller row. */
export function rowsOf(scope: Scope): string {
  return scope === 'public' ? 'eli4u.search_document_public d' : 'eli4u.search_document d';
}

export function conditionOf(hits: HitSet, bound: Bound): string {
  const conditions = [...wordConditions(hits, bound), ...rowConditions(hits, bound)];
  return conditions.length > 0 ? conditions.join(' AND ') : 'true';
}

export function wordConditions(hits: HitSet, bound: Bound): string[] {
  if (hits.found !== undefined) return [`d.ctid = ANY(${bound.bind(hits.found, 'tid[]')})`];
  return hits.tsquery === null ? [] : [`d.words @@ ${bound.bind(hits.tsquery, 'tsquery')}`];
}

/**
 * Dates and scope. Beside words, dates are written so that no date index fits: it would give rows whose words must all be read,
 * where the word index gives both at once.
 */
export function rowConditions(hits: HitSet, bound: Bound): string[] {
  if (hits.found !== undefined) return [];
  const conditions: string[] = [];
  if (hits.scope === 'internal') conditions.push(`(d.scope = 'internal' OR NOT d.has_internal)`);
  const [start, end] =
    hits.tsquery === null ? ['d.date_start', 'd.date_end'] : ['(d.date_start + 0)', '(d.date_end + 0)'];
  const overlap = hits.dateMode === 'overlap';
  if (hits.from !== null)
    conditions.push(`${overlap ? end : start} >= ${bound.bind(`${year(hits.from)}-01-01`, 'date')}`);
  if (hits.to !== null) conditions.push(`${overlap ? start : end} <= ${bound.bind(`${year(hits.to)}-12-31`, 'date')}`);
  return conditions;
}

const year = (value: number): string => String(Math.min(9999, Math.max(1, Math.trunc(value)))).padStart(4, '0');

export const sampleOf = (hits: HitSet, tiers: readonly number[]): HitSet => ({
  ...hits,
  tsquery: allOf([hits.tsquery, inTiers(tiers)]),
});

/**
 * The planner thinks that testing words costs next to nothing and would read the whole table row by row for a broad query: with words it
 * may not, without it must.
 */
export async function planFor(client: pg.ClientBase, hits: HitSet): Promise<void> {
  const byRow = hits.tsquery === null && hits.found === undefined;
  await client.query(`SET LOCAL enable_seqscan = ${byRow ? 'on' : 'off'}`);
}

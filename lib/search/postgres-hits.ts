import type pg from 'pg';
import type { Place } from './cursor.ts';
import type { Stretch } from './postgres-orders.ts';
import { allOf } from './postgres-query.ts';
import { Bound, conditionOf, planFor, rowConditions, rowsOf, wordConditions, type HitSet } from './postgres-scope.ts';

/** Rows of a sort index looked through for a broad query before all its hits are collected and sorted instead. */
const windowRows = 5000;

export interface PageRequest {
  hits: HitSet;
  stretches: readonly Stretch[];
  /** Exclusive; null: from the end that the direction starts at. */
  from: Place | null;
  backward: boolean;
  limit: number;
  /** Share of the scope's records that are hits; decides whether walking an index can pay. */
  density: number;
}

/** Places of the next hits in the order, or of those before (nearest first). */
export async function placesOf(client: pg.ClientBase, page: PageRequest): Promise<Place[]> {
  const places: Place[] = [];
  const step = page.backward ? -1 : 1;
  let stretch = page.from?.stretch ?? (page.backward ? page.stretches.length - 1 : 0);
  for (; stretch >= 0 && stretch < page.stretches.length && places.length < page.limit; stretch += step) {
    const from = page.from?.stretch === stretch ? page.from : null;
    places.push(...(await inStretch(client, page, stretch, from, page.limit - places.length)));
  }
  return places;
}

async function inStretch(
  client: pg.ClientBase,
  page: PageRequest,
  index: number,
  from: Place | null,
  limit: number,
): Promise<Place[]> {
  const stretch = page.stretches[index];
  if (!stretch) return [];
  const { found } = page.hits;
  const hits: HitSet = { ...page.hits, tsquery: allOf([page.hits.tsquery, stretch.tsquery]) };
  await planFor(client, hits);
  const run = async (text: string, bound: Bound) => {
    const { rows } = await client.query<{ key: string | null; id: string }>(text, bound.values);
    return rows.map(({ key, id }): Place => ({ stretch: index, key, id }));
  };
  const order = { stretch, from, limit, descending: stretch.descending !== page.backward };
  if (hits.tsquery === null) return run(...along(hits, order, null));
  if (found === undefined && stretch.dense && limit < page.density * (windowRows / 2)) {
    const places = await run(...along(hits, order, windowRows));
    if (places.length === limit) return places;
  }
  return run(...sorted(hits, order));
}

interface Ordered {
  stretch: Stretch;
  from: Place | null;
  limit: number;
  descending: boolean;
}

/** Along the sort index; with a window, at most so many of its rows are tried. */
function along(hits: HitSet, { stretch, from, limit, descending }: Ordered, window: number | null): [string, Bound] {
  const bound = new Bound();
  const down = descending ? ' DESC' : '';
  const conditions = [stretch.condition, beyond(stretch.along, stretch, from, descending, bound)].filter(
    (part) => part !== null,
  );
  const tests = [...wordConditions(hits, bound), ...rowConditions(hits, bound)];
  const key = stretch.key ? `${stretch.along}::text` : 'NULL';
  const where = (parts: readonly string[]) => (parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '');
  const ordered = `ORDER BY ${stretch.along}${down}, d.record_id${down}`;
  if (window === null) {
    return [
      `SELECT ${key} AS key, d.record_id AS id FROM ${rowsOf(hits.scope)} ${where([...conditions, ...tests])} ${ordered} LIMIT ${limit}`,
      bound,
    ];
  }
  return [
    `SELECT ${key} AS key, d.record_id AS id FROM (SELECT d.* FROM ${rowsOf(hits.scope)} ${where(conditions)} ${ordered} LIMIT ${window}) d ${where(tests)} LIMIT ${limit}`,
    bound,
  ];
}

/** All hits by the word index, then the first of them; OFFSET 0 keeps the planner from a sort index. */
function sorted(hits: HitSet, { stretch, from, limit, descending }: Ordered): [string, Bound] {
  const bound = new Bound();
  const down = descending ? ' DESC' : '';
  const key = stretch.key ? stretch.key.sql(bound) : 'NULL::text';
  const further = hits.found !== undefined && stretch.tsquery !== null ? stretch.tsquery : null;
  const conditions = [
    conditionOf(hits, bound),
    further && `d.words @@ ${bound.bind(further, 'tsquery')}`,
    stretch.condition,
  ].filter((part) => part !== null);
  const after = beyond('d.key', stretch, from, descending, bound);
  return [
    `SELECT d.key::text AS key, d.record_id AS id FROM (SELECT ${key} AS key, d.record_id FROM ${rowsOf(hits.scope)} WHERE ${conditions.join(' AND ')} OFFSET 0) d
     ${after ? `WHERE ${after}` : ''} ORDER BY d.key${down}, d.record_id${down} LIMIT ${limit}`,
    bound,
  ];
}

function beyond(key: string, stretch: Stretch, from: Place | null, descending: boolean, bound: Bound): string | null {
  if (!from) return null;
  const sign = descending ? '<' : '>';
  if (!stretch.key) return `d.record_id ${sign} ${bound.bind(from.id, 'text')}`;
  return `(${key}, d.record_id) ${sign} (${bound.bind(from.key, stretch.key.type)}, ${bound.bind(from.id, 'text')})`;
}

import type pg from 'pg';
import { readCursor, writeCursor, type OrderMode } from './cursor.ts';
import { facetLexeme, quoteLexeme, sampleTiers } from './lexemes.ts';
import { placesOf } from './postgres-hits.ts';
import { modeOf, stretchesOf } from './postgres-orders.ts';
import { allOf, type CompiledQuery } from './postgres-query.ts';
import { readHits } from './postgres-records.ts';
import { Bound, conditionOf, planFor, rowsOf, sampleOf, type HitSet } from './postgres-scope.ts';
import type { Engine } from './postgres-engine.ts';
import type { Tally } from './postgres-tally.ts';
import { SearchRequestError, type Hit, type SearchAnswer, type SearchRequest } from './search.ts';

const hitsPerGroup = 3;

interface Fonds {
  id: string;
  count: number;
  /** Its best hits, where they came with the count. */
  best?: string[];
}

/**
 * Hits by fonds: the fonds of the best hit first; where hits are too many to weigh, the fonds with most of them first. The list of fonds is
 * short (hundreds), so it is made anew for each page, and a cursor names the last fonds shown.
 */
export async function findGroups(
  client: pg.ClientBase,
  engine: Engine,
  request: SearchRequest,
  compiled: CompiledQuery,
  hits: HitSet,
  { total, tiers, fonds: counted }: Tally,
): Promise<Pick<SearchAnswer, 'hits' | 'groups' | 'next' | 'prev'>> {
  const { at, size } = request;
  const cursor =
    'after' in at
      ? readCursor(request, 'after', at.after)
      : 'before' in at
        ? readCursor(request, 'before', at.before)
        : null;
  const mode = cursor?.mode ?? modeOf(request.sort, compiled, total, engine.rankedLimit);
  const all = await fondsInOrder(client, request, compiled, hits, tiers, mode, counted);

  let start = 'page' in at ? (at.page - 1) * size : 0;
  let end: number | null = null;
  if (cursor) {
    const known = all.findIndex(({ id }) => id === cursor.place.id);
    const position = known >= 0 ? known : Number(cursor.place.key);
    if (!Number.isInteger(position))
      throw new SearchRequestError('after' in at ? 'after' : 'before', 'not a cursor of this search');
    start = 'after' in at ? position + 1 : Math.max(0, position - size);
    if ('before' in at) end = position;
  }
  const shown = all.slice(start, end ?? start + size);
  const ids: string[][] = [];
  for (const fonds of shown) {
    if (fonds.best) {
      ids.push(fonds.best);
      continue;
    }
    const places = await placesOf(client, {
      hits: { ...hits, tsquery: allOf([hits.tsquery, quoteLexeme(facetLexeme('fonds', fonds.id))]) },
      stretches: stretchesOf(mode, request.sort, compiled),
      from: null,
      backward: false,
      limit: hitsPerGroup,
      density: 0,
    });
    ids.push(places.map(({ id }) => id));
  }
  const byId = await readHits(client, request.scope, ids.flat(), compiled.marked, engine.stems);
  const titles = new Map([...byId.values()].map(({ fonds }) => [fonds.id, fonds]));
  const groups = shown.map((fonds, i) => ({
    fonds: titles.get(fonds.id) ?? { id: fonds.id, title: '' },
    count: fonds.count,
    estimate: tiers !== null,
    hits: (ids[i] ?? []).map((id) => byId.get(id)).filter((hit): hit is Hit => hit !== undefined),
  }));
  const cursorAt = (position: number) =>
    writeCursor(request, { mode, place: { stretch: 0, key: String(position), id: all[position]?.id ?? '' } });
  return {
    hits: [],
    groups,
    next: start + shown.length < all.length ? cursorAt(start + shown.length - 1) : null,
    prev: start > 0 ? cursorAt(start) : null,
  };
}

const bestFirst: Record<Exclude<SearchRequest['sort'], 'relevance'>, string> = {
  date: 'min(d.date_start) NULLS LAST',
  '-date': 'max(d.date_start) DESC NULLS LAST',
  code: `min(nullif(d.code_sort, '')) NULLS LAST`,
  title: 'min(d.title_sort)',
};

function fondsInOrder(
  client: pg.ClientBase,
  { sort }: SearchRequest,
  compiled: CompiledQuery,
  hits: HitSet,
  tiers: readonly number[] | null,
  mode: OrderMode,
  counted: Fonds[],
): Promise<Fonds[]> {
  if (sort !== 'relevance') return fondsBy(client, bestFirst[sort], tiers ? sampleOf(hits, tiers) : hits, tiers);
  const score = mode === 'ranked' ? stretchesOf(mode, sort, compiled)[0]?.key : null;
  return score ? fondsByScore(client, score.sql, hits) : Promise.resolve(counted);
}

async function fondsBy(
  client: pg.ClientBase,
  order: string,
  hits: HitSet,
  tiers: readonly number[] | null,
): Promise<Fonds[]> {
  await planFor(client, hits);
  const bound = new Bound();
  const { rows } = await client.query<{ id: string; n: number }>(
    `SELECT d.root_id AS id, count(*)::int AS n FROM ${rowsOf(hits.scope)} WHERE ${conditionOf(hits, bound)}
      GROUP BY d.root_id ORDER BY ${order}, d.root_id`,
    bound.values,
  );
  const scale = tiers ? sampleTiers / tiers.length : 1;
  return rows.map(({ id, n }) => ({ id, count: Math.round(n * scale) }));
}

/** Each hit is weighed once: the fonds of the best one first, each with its own best. */
async function fondsByScore(client: pg.ClientBase, score: (bound: Bound) => string, hits: HitSet): Promise<Fonds[]> {
  await planFor(client, hits);
  const bound = new Bound();
  const weighed = `SELECT d.root_id AS fonds, d.record_id AS id, ${score(bound)} AS score
    FROM ${rowsOf(hits.scope)} WHERE ${conditionOf(hits, bound)} OFFSET 0`;
  const { rows } = await client.query<{ id: string; n: number; best: string[] }>(
    `SELECT fonds AS id, n, array_agg(h.id ORDER BY place) AS best
       FROM (SELECT w.*, row_number() OVER (PARTITION BY fonds ORDER BY score, id) AS place,
                    (count(*) OVER (PARTITION BY fonds))::int AS n FROM (${weighed}) w) h
      WHERE place <= ${hitsPerGroup} GROUP BY fonds, n ORDER BY min(score), fonds`,
    bound.values,
  );
  return rows.map(({ id, n, best }) => ({ id, count: n, best }));
}

import { z } from 'zod';
import type { Client, estypes } from './elasticsearch.ts';
import type { IndexNames } from './elasticsearch-indices.ts';
import { modeOf, orderOf, queryOf } from './elasticsearch-orders.ts';
import { readPlace, writePlace } from './elasticsearch-places.ts';
import type { CompiledWords } from './elasticsearch-query.ts';
import { run, totalOf } from './elasticsearch-run.ts';
import { SearchRequestError, type SearchRequest } from './search.ts';

const hitsPerGroup = 3;
const fondsField = 'facets.fonds';
/** As many fonds as Elasticsearch counts through for one page (`max_result_window`). */
const window = 10_000;

export interface GroupPage {
  total: number;
  groups: { fonds: string; count: number; ids: string[] }[];
  next: string | null;
  prev: string | null;
}

/** Hits by fonds, the fonds of the best hit first. There are hundreds of fonds, so a cursor names how many came before. */
export async function findGroups(
  client: Client,
  names: IndexNames,
  request: SearchRequest,
  compiled: CompiledWords,
): Promise<GroupPage> {
  const { at, size } = request;
  const mode = modeOf(request.sort, compiled);
  const position = positionOf(request);
  const start = position === null || 'page' in at ? 0 : 'after' in at ? position + 1 : Math.max(0, position - size);
  const from = 'page' in at ? (at.page - 1) * size : start;
  const wanted = 'before' in at && position !== null ? position - start : size;
  const order = {
    query: queryOf(request, compiled),
    sort: orderOf(mode, request.sort, false),
  };
  const answer = await run(client, names, request.scope, {
    ...order,
    from,
    size: wanted + 1,
    track_total_hits: true,
    collapse: { field: fondsField },
  });
  const found = answer.hits.hits.map((hit) => String(hit.fields?.[fondsField]?.[0] ?? ''));
  const fonds = found.slice(0, wanted);
  const best = await bestOf(client, names, request, order, fonds);
  const cursorAt = (place: number, id: string) => writePlace(request, mode, { key: place, id, pointInTime: null });
  const last = fonds.at(-1);
  const further = found.length > wanted && isWithin(from + fonds.length - 1, size);
  return {
    total: totalOf(answer),
    groups: fonds.map((id) => ({ fonds: id, ...(best.get(id) ?? { count: 0, ids: [] }) })),
    next: further && last !== undefined ? cursorAt(from + fonds.length - 1, last) : null,
    prev: from > 0 ? cursorAt(from, fonds[0] ?? '') : null,
  };
}

const bucketsSchema = z.object({
  buckets: z.array(
    z.object({
      key: z.string(),
      doc_count: z.number(),
      best: z.object({ hits: z.object({ hits: z.array(z.object({ _id: z.string() })) }) }),
    }),
  ),
});

/** Of these fonds how many hits and the first few, in one walk through them: as inner hits each fonds was a search of its own, 20 times as many. */
async function bestOf(
  client: Client,
  names: IndexNames,
  { scope }: SearchRequest,
  { query, sort }: { query: estypes.QueryDslQueryContainer; sort: estypes.SortCombinations[] },
  fonds: readonly string[],
): Promise<Map<string, { count: number; ids: string[] }>> {
  if (fonds.length === 0) return new Map();
  const { aggregations = {} } = await run(client, names, scope, {
    size: 0,
    track_total_hits: false,
    query: { bool: { filter: { terms: { [fondsField]: [...fonds] } }, must: query } },
    aggs: {
      fonds: {
        terms: { field: fondsField, include: [...fonds], size: fonds.length },
        aggs: { best: { top_hits: { size: hitsPerGroup, sort, _source: false } } },
      },
    },
  });
  const { buckets } = bucketsSchema.parse(aggregations['fonds']);
  return new Map(
    buckets.map(({ key, doc_count: count, best }) => [key, { count, ids: best.hits.hits.map(({ _id: id }) => id) }]),
  );
}

function positionOf(request: SearchRequest): number | null {
  const key = readPlace(request)?.key ?? null;
  if (key === null && 'page' in request.at) return null;
  if (typeof key !== 'number' || !Number.isInteger(key) || key < 0 || !isWithin(key, request.size))
    throw new SearchRequestError('after' in request.at ? 'after' : 'before', 'not a cursor of this search');
  return key;
}

/** Whether the page after this position, with one hit more to know whether it is the last, ends where Elasticsearch still counts. */
const isWithin = (position: number, size: number): boolean => position + 1 + size + 1 <= window;

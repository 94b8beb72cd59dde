import type { Client } from './elasticsearch.ts';
import { placeOf } from './elasticsearch-hits.ts';
import type { IndexNames } from './elasticsearch-indices.ts';
import { modeOf, orderOf, queryOf } from './elasticsearch-orders.ts';
import { readPlace, writePlace } from './elasticsearch-places.ts';
import type { CompiledWords } from './elasticsearch-query.ts';
import { run, totalOf } from './elasticsearch-run.ts';
import { SearchRequestError, type SearchRequest } from './search.ts';

const hitsPerGroup = 3;
const best = 'best';
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
  const { at, size, scope } = request;
  const mode = modeOf(request.sort, compiled);
  const sort = orderOf(mode, request.sort, false);
  const position = positionOf(request);
  const start = position === null || 'page' in at ? 0 : 'after' in at ? position + 1 : Math.max(0, position - size);
  const from = 'page' in at ? (at.page - 1) * size : start;
  const wanted = 'before' in at && position !== null ? position - start : size;
  const answer = await run(client, names, scope, {
    query: queryOf(request, compiled),
    sort,
    from,
    size: wanted + 1,
    track_total_hits: true,
    collapse: { field: 'facets.fonds', inner_hits: { name: best, size: hitsPerGroup, sort, _source: false } },
  });
  const found = answer.hits.hits.map((hit) => {
    const inner = hit.inner_hits?.[best];
    return {
      fonds: String(hit.fields?.['facets.fonds']?.[0] ?? ''),
      count: inner ? totalOf(inner) : 0,
      ids: inner?.hits.hits.map((each) => placeOf(each, null).id) ?? [],
    };
  });
  const groups = found.slice(0, wanted);
  const cursorAt = (place: number, id: string) => writePlace(request, mode, { key: place, id, pointInTime: null });
  const last = groups.at(-1);
  return {
    total: totalOf(answer),
    groups,
    next: found.length > wanted && last ? cursorAt(from + groups.length - 1, last.fonds) : null,
    prev: from > 0 ? cursorAt(from, groups[0]?.fonds ?? '') : null,
  };
}

function positionOf(request: SearchRequest): number | null {
  const key = readPlace(request)?.key ?? null;
  if (key === null && 'page' in request.at) return null;
  if (typeof key !== 'number' || !Number.isInteger(key) || key < 0 || key + request.size >= window)
    throw new SearchRequestError('after' in request.at ? 'after' : 'before', 'not a cursor of this search');
  return key;
}

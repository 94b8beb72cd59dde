import { z } from 'zod';
import type { Client, estypes } from './elasticsearch.ts';
import type { IndexNames } from './elasticsearch-indices.ts';
import { isKeyOf, modeOf, orderOf, queryOf } from './elasticsearch-orders.ts';
import { readPlace, writePlace, type ElasticPlace } from './elasticsearch-places.ts';
import type { CompiledWords } from './elasticsearch-query.ts';
import { run, runInPointInTime, totalOf } from './elasticsearch-run.ts';
import { SearchRequestError, type SearchRequest } from './search.ts';

export interface Page {
  total: number;
  ids: string[];
  /** What stood above them when they were indexed. */
  above: string[];
  next: string | null;
  prev: string | null;
}

/** A page of hits. From a cursor on, pages are read from one state of the index, so that none is met twice or missed while it changes. */
export async function findPage(
  client: Client,
  names: IndexNames,
  request: SearchRequest,
  compiled: CompiledWords,
): Promise<Page> {
  const { at, size, scope } = request;
  const place = readPlace(request);
  const mode = modeOf(request.sort, compiled);
  const backward = 'before' in at;
  if (place && !isKeyOf(mode, request.sort, place.key))
    throw new SearchRequestError(backward ? 'before' : 'after', 'not a cursor of this search');
  const skipped = 'page' in at ? (at.page - 1) * size : 0;
  const body: estypes.SearchRequest = {
    query: queryOf(request, compiled),
    sort: orderOf(mode, request.sort, backward),
    size: size + 1,
    track_total_hits: true,
    docvalue_fields: ['ancestors'],
    ...(place ? { search_after: [place.key, place.id] } : { from: skipped }),
  };
  const answer = place
    ? await runInPointInTime(client, names, request, body, place.pointInTime)
    : await run(client, names, scope, body);
  const found = answer.hits.hits.map((hit) => placeOf(hit, answer.pit_id ?? null));
  const more = found.length > size;
  const shown = found.slice(0, size);
  if (backward) shown.reverse();
  const cursorAt = (from: ElasticPlace | null | undefined) => (from ? writePlace(request, mode, from) : null);
  return {
    total: totalOf(answer),
    ids: shown.map(({ id }) => id),
    above: aboveOf(answer.hits.hits),
    next: backward || more ? cursorAt(shown.at(-1) ?? place) : null,
    prev: (backward ? more : place !== null || skipped > 0) ? cursorAt(shown[0] ?? place) : null,
  };
}

function aboveOf(hits: readonly estypes.SearchHit[]): string[] {
  const ids = hits.flatMap(({ _id, fields }) =>
    z
      .array(z.string())
      .catch([])
      .parse(fields?.['ancestors'])
      .filter((id) => id !== _id),
  );
  return [...new Set(ids)];
}

/** Every order is one key and the id (orderOf). */
export function placeOf(hit: estypes.SearchHit, pointInTime: string | null): ElasticPlace {
  const [key, id] = hit.sort ?? [];
  return {
    key: typeof key === 'string' || typeof key === 'number' ? key : null,
    id: typeof id === 'string' ? id : '',
    pointInTime,
  };
}

import { WorldError } from '#lib/errors.ts';
import { statusOf, type Client, type estypes } from './elasticsearch.ts';
import type { IndexNames } from './elasticsearch-indices.ts';
import { SearchRequestError, type Scope, type SearchRequest } from './search.ts';

/** No search may take longer on the server, nor answer from some of the shards as if they were all. */
const searchTimeout = '5s';
/** A server that does not even say that. Waiting readers get the reserve's answer then. */
const requestTimeout = 7000;
/** How long a reader may look at a page before the next one is read from the index as it is then. */
const keepAlive = '5m';

/** How Elasticsearch refuses a point in time: no such, let go, or of an index that a reindex has replaced. */
const gone = new Set([400, 404, 503]);

/** Searches of a scope: the public one names the public index and nothing else. */
export function aliasesOf(names: IndexNames, scope: Scope): string[] {
  return scope === 'public' ? [names.public] : [names.public, names.internal];
}

export async function run(
  client: Client,
  names: IndexNames,
  scope: Scope,
  body: estypes.SearchRequest,
): Promise<estypes.SearchResponse> {
  return checked(
    await client.search(
      { ...common(body), index: aliasesOf(names, scope), allow_partial_search_results: false },
      { requestTimeout },
    ),
  );
}

/**
 * The same in one state of the index, that of an earlier page or, when it is no longer kept, that of now.
 * @throws SearchRequestError when the place itself is not one of this order: cursors are not signed
 */
export async function runInPointInTime(
  client: Client,
  names: IndexNames,
  request: SearchRequest,
  body: estypes.SearchRequest,
  pointInTime: string | null,
): Promise<estypes.SearchResponse> {
  const within = async (id: string, maxRetries: number) =>
    checked(
      await client.search({ ...common(body), pit: { id, keep_alive: keepAlive } }, { maxRetries, requestTimeout }),
    );
  if (pointInTime !== null) {
    const answer = await within(pointInTime, 0).catch((error: unknown) => {
      if (gone.has(statusOf(error) ?? 0)) return null;
      throw error;
    });
    if (answer) return answer;
  }
  const { id } = await client.openPointInTime({ index: aliasesOf(names, request.scope), keep_alive: keepAlive });
  try {
    return await within(id, 2);
  } catch (error) {
    if (statusOf(error) !== 400) throw error;
    throw new SearchRequestError('after' in request.at ? 'after' : 'before', 'not a cursor of this search');
  }
}

const common = (body: estypes.SearchRequest) => ({ ...body, _source: false, timeout: searchTimeout });

function checked(answer: estypes.SearchResponse): estypes.SearchResponse {
  if (answer.timed_out) throw new WorldError(`the search took longer than ${searchTimeout}`);
  return answer;
}

export function totalOf({ hits }: estypes.SearchResponse | { hits: estypes.SearchHitsMetadata }): number {
  return typeof hits.total === 'number' ? hits.total : (hits.total?.value ?? 0);
}

/** Asks for as little as a search can: throws while there is no index or no cluster. */
export async function probe(client: Client, names: IndexNames): Promise<void> {
  const wanted = { index: names.public, size: 0, terminate_after: 1 };
  await client.search(wanted, { requestTimeout: 2000, maxRetries: 0 });
}

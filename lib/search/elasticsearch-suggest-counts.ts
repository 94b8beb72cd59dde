import { WorldError } from '#lib/errors.ts';
import type { Client, estypes } from './elasticsearch.ts';
import type { IndexNames } from './elasticsearch-indices.ts';
import { compileWords, exactFields } from './elasticsearch-query.ts';
import { aliasesOf, totalOf } from './elasticsearch-run.ts';
import { bounds, type Query } from './elasticsearch-terms.ts';
import { parseQuery } from './query.ts';
import type { Scope } from './search.ts';

/** How many records of a scope have a word now, up to a bound, and some of them: those that have it in the title first. */
export interface Counted {
  word: string;
  count: number;
  ids: string[];
}

const mostCounted = 200;
const titlesRead = 20;

/** Records that have exactly these words. */
export async function countWords(
  client: Client,
  names: IndexNames,
  scope: Scope,
  words: readonly string[],
): Promise<Map<string, Counted>> {
  const counted = await countAll(client, names, scope, words.map(exactly), titlesRead);
  return new Map(words.map((word, n) => [word, { word, count: counted[n]?.count ?? 0, ids: counted[n]?.ids ?? [] }]));
}

/** Records that a search for each of these words finds. */
export async function countHits(
  client: Client,
  names: IndexNames,
  scope: Scope,
  words: readonly string[],
): Promise<Map<string, number>> {
  const queries = words.flatMap((word) => compileWords(parseQuery(word), () => false).words ?? []);
  const counted = await countAll(client, names, scope, queries, 0);
  return new Map(words.map((word, n) => [word, counted[n]?.count ?? 0]));
}

function exactly(word: string): Query {
  const inField = (field: string): Query => ({ term: { [field]: word } });
  const inTitle = { constant_score: { filter: inField('title.exact') } };
  return {
    bool: { filter: { bool: { should: exactFields.map(inField), minimum_should_match: 1 } }, should: [inTitle] },
  };
}

const anyDate = { within: null, from: null, to: null, dateMode: 'overlap' } as const;

async function countAll(
  client: Client,
  names: IndexNames,
  scope: Scope,
  queries: readonly Query[],
  size: number,
): Promise<Pick<Counted, 'count' | 'ids'>[]> {
  const inScope = bounds({ scope, ...anyDate });
  const searches = queries.flatMap((query): estypes.MsearchRequestItem[] => [
    { allow_partial_search_results: false },
    {
      query: { bool: { filter: inScope, must: query } },
      size,
      track_total_hits: mostCounted,
      _source: false,
      timeout: '15s',
    },
  ]);
  const { responses } = await client.msearch({ index: aliasesOf(names, scope), searches });
  return responses.map((response) => {
    if ('error' in response)
      throw new WorldError(`Elasticsearch could not count: ${response.error.reason ?? response.error.type}`);
    return { count: totalOf(response), ids: response.hits.hits.flatMap(({ _id: id }) => id ?? []) };
  });
}

import type pg from 'pg';
import type { Client } from './elasticsearch.ts';
import { countFacets, type Counts } from './elasticsearch-facets.ts';
import { findGroups, type GroupPage } from './elasticsearch-groups.ts';
import { findPage, type Page } from './elasticsearch-hits.ts';
import type { IndexNames } from './elasticsearch-indices.ts';
import { nameValues } from './elasticsearch-labels.ts';
import { compileWords } from './elasticsearch-query.ts';
import { suggest } from './elasticsearch-suggest.ts';
import { didYouMean } from './elasticsearch-suggest-words.ts';
import { noticeText } from './notices.ts';
import { compileQuery, queryWords } from './postgres-query.ts';
import { readHits } from './postgres-records.ts';
import { Stems, type Queryable } from './postgres-stems.ts';
import { parseQuery } from './query.ts';
import { SearchRequestError, type Hit, type Search, type SearchAnswer, type SearchRequest } from './search.ts';
import { fewHits } from './spelling.ts';

const lastPage = 50;
const largestSize = 100;

/**
 * Search on Elasticsearch (schemas/search/README.md). It finds, orders and counts; what a hit shows is read from the records themselves, so
 * that an index that lags behind never shows what was hidden meanwhile. Stop words and marks follow PostgreSQL's dictionaries, which are the
 * same Snowball ones.
 */
export function createElasticsearchSearch(client: Client, names: IndexNames, pool: pg.Pool): Search {
  const stems = new Stems();
  return {
    async query(request) {
      check(request);
      const parsed = parseQuery(request.q);
      await stems.learn(pool, queryWords(parsed.root));
      const compiled = compileWords(parsed, (word) => stems.of(word) === null);
      const { marked, stopWordsOnly } = compileQuery(parsed, { filters: {}, within: null }, stems.of);
      // What is found is read while the facets are still counted.
      const find = async () => {
        const found = await (request.group
          ? findGroups(client, names, request, compiled)
          : findPage(client, names, request, compiled));
        const ids = 'groups' in found ? found.groups.flatMap((group) => group.ids) : found.ids;
        const above = 'above' in found ? found.above : [];
        return { found, hits: await readHits(pool, request.scope, ids, marked, stems, above) };
      };
      const count = async () =>
        counted(pool, request, request.facets ? await countFacets(client, names, request, compiled) : null);
      const [{ found, hits }, named] = await Promise.all([find(), count()]);
      const meant =
        found.total <= fewHits && parsed.root && 'page' in request.at
          ? await didYouMean(client, names, pool, stems, request, found.total)
          : null;
      const notices = [...parsed.notices, ...(stopWordsOnly ? (['stopWordsOnly'] as const) : [])];
      return {
        total: found.total,
        totalEstimate: false,
        next: found.next,
        prev: found.prev,
        ...shown(found, hits),
        ...named,
        ...(notices.length > 0 ? { notices: notices.map((notice) => noticeText(notice, request.lang)) } : {}),
        ...(meant === null ? {} : { didYouMean: meant }),
      };
    },
    suggest: (request) => suggest(client, names, pool, request),
  };
}

function check({ at, size }: SearchRequest): void {
  if ('page' in at && !(Number.isInteger(at.page) && at.page >= 1 && at.page <= lastPage))
    throw new SearchRequestError('page', `pages go from 1 to ${lastPage}; beyond, follow "next"`);
  if (!(Number.isInteger(size) && size >= 1 && size <= largestSize))
    throw new SearchRequestError('size', `from 1 to ${largestSize}`);
}

function shown(found: Page | GroupPage, hits: ReadonlyMap<string, Hit>): Pick<SearchAnswer, 'hits' | 'groups'> {
  const hitsOf = (ids: readonly string[]) => ids.map((id) => hits.get(id)).filter((hit) => hit !== undefined);
  if ('ids' in found) return { hits: hitsOf(found.ids) };
  const groups = found.groups.map(({ fonds, count, ids }) => {
    const best = hitsOf(ids);
    return { fonds: best[0]?.fonds ?? { id: fonds, title: '' }, count, estimate: false, hits: best };
  });
  return { hits: [], groups };
}

async function counted(
  database: Queryable,
  { scope }: SearchRequest,
  counts: Counts | null,
): Promise<Pick<SearchAnswer, 'facets' | 'histogram'>> {
  if (counts === null) return { facets: {} };
  const named = await nameValues(database, scope, counts.facets);
  return { facets: { ...counts.facets, ...named }, histogram: counts.histogram };
}

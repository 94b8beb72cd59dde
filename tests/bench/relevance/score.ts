import type { Search, SearchRequest } from '#lib/search/search.ts';
import { depth, firstMiss, nDCG } from './ndcg.ts';
import type { Holding, ResolvedQuery } from './resolve.ts';

export interface QueryScore {
  query: string;
  kind: ResolvedQuery['kind'];
  score: number;
  /** What stands where a better judged record could, and one of those that could; empty: nothing better. */
  miss: string;
}

export const asked: Omit<SearchRequest, 'q'> = {
  scope: 'public',
  filters: {},
  from: null,
  to: null,
  dateMode: 'overlap',
  within: null,
  sort: 'relevance',
  group: null,
  at: { page: 1 },
  size: depth,
  facets: false,
  lang: 'it',
};

export async function scoreSearch(
  search: Search,
  queries: readonly ResolvedQuery[],
  holdings: readonly Holding[],
): Promise<QueryScore[]> {
  const titles = new Map(holdings.map(({ id, code, title }) => [id, code === null ? title : `${code} ${title}`]));
  const scores: QueryScore[] = [];
  for (const { query, kind, grades } of queries) {
    const { hits } = await search.query({ ...asked, q: query });
    const ids = hits.map(({ id }) => id);
    const found = ids.map((id) => grades.get(id) ?? 0);
    const judged = [...grades.values()];
    scores.push({ query, kind, score: nDCG(found, judged), miss: missOf(ids, found, judged) });
  }
  return scores;

  function missOf(ids: readonly string[], found: readonly number[], judged: readonly number[]): string {
    const place = firstMiss(found, judged);
    if (place === null) return '';
    const stands = ids[place] === undefined ? 'nothing' : `“${titles.get(ids[place]) ?? ids[place]}”`;
    return `${place + 1}: ${stands} (${found[place] ?? 0})`;
  }
}

export const meanOf = (scores: readonly QueryScore[]): number =>
  scores.reduce((sum, { score }) => sum + score, 0) / Math.max(1, scores.length);

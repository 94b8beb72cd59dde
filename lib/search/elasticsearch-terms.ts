import type { estypes } from './elasticsearch.ts';
import { facetLexeme } from './lexemes.ts';
import { facetNames, type FacetName, type Scope, type SearchRequest } from './search.ts';

export type Query = estypes.QueryDslQueryContainer;

const mostValues = 200;
/** Longer ones are nobody's, and Elasticsearch takes terms of 32 KB at most. */
const longestId = 100;
const yearLimits = { first: 1, last: 9999 };

export const codeTerm = (code: string): Query => ({ constant_score: { filter: { term: { codes: code } } } });

/** Filters that are no facets: scope, place in the tree, dates. */
export function bounds(request: Pick<SearchRequest, 'scope' | 'within' | 'from' | 'to' | 'dateMode'>): Query[] {
  const filters = [inScope(request.scope)];
  if (request.within !== null) filters.push({ term: { ancestors: request.within.slice(0, longestId) } });
  // Each end by itself: as one range, years the wrong way round would be an error.
  const relation = request.dateMode === 'overlap' ? 'intersects' : 'within';
  if (request.from !== null) filters.push({ range: { years: { gte: year(request.from), relation } } });
  if (request.to !== null) filters.push({ range: { years: { lte: year(request.to), relation } } });
  return filters;
}

/**
 * Public searches name the public index alone; the term guards them against a cursor that carries another index's point in time. Internal
 * ones read both and take each record once, by its fuller document.
 */
function inScope(scope: Scope): Query {
  if (scope === 'public') return { term: { scope } };
  return {
    bool: { must_not: [{ bool: { filter: [{ term: { scope: 'public' } }, { term: { hasInternal: true } }] } }] },
  };
}

const year = (value: number): number => Math.min(yearLimits.last, Math.max(yearLimits.first, Math.trunc(value)));

/** The filters of facets, but for one: a facet that is filtered by is counted as if it were not. */
export function facetFilters(filters: SearchRequest['filters'], except?: FacetName): Query[] {
  return facetNames.flatMap((name): Query[] => {
    const values = filters[name] ?? [];
    if (name === except || values.length === 0) return [];
    return [{ terms: { filters: values.slice(0, mostValues).map((value) => facetLexeme(name, value)) } }];
  });
}

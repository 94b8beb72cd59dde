import type { estypes } from './elasticsearch.ts';
import type { CompiledWords } from './elasticsearch-query.ts';
import { bounds, facetFilters, type Query } from './elasticsearch-terms.ts';
import type { OrderMode } from './cursor.ts';
import type { SearchRequest } from './search.ts';

/** How much the words themselves may add to the weight of a hit: a few tenths, less than a level or two. */
const wordWeight = 0.01;
const codeWeight = 4;
/** On top of what it has for standing above the notes. */
const titleWeight = 1;
const namedWeight = 0.7;
const levelWeight = 0.1;
const lowestStanding = 6;

/** Beyond any day, for records without one. */
const noDay = { last: 99_999_999, first: -1 };

export function modeOf(sort: SearchRequest['sort'], compiled: CompiledWords): OrderMode {
  if (sort !== 'relevance') return 'sorted';
  return compiled.words === null ? 'standing' : 'ranked';
}

/**
 * Every condition of a search. By relevance, hits weigh as on PostgreSQL: a reference code typed in full (4), all words in the title (1.7) or
 * else all above the notes (0.7), the level (up to 0.6), then how often and where the words stand. No script: a cluster may forbid them.
 */
export function queryOf(request: SearchRequest, compiled: CompiledWords): Query {
  const filter = [...bounds(request), ...facetFilters(request.filters)];
  if (compiled.words === null) return { bool: { filter } };
  if (request.sort !== 'relevance') return { bool: { filter: [...filter, compiled.words] } };
  const should: Query[] = [
    compiled.weight === null ? [] : { bool: { must: [compiled.weight], boost: wordWeight } },
    weighed(compiled.code, codeWeight),
    weighed(compiled.title, titleWeight),
    weighed(compiled.named, namedWeight),
  ].flat();
  for (let standing = 0; standing < lowestStanding; standing++)
    should.push(...weighed({ term: { standing } }, levelWeight * (lowestStanding - standing)));
  return { bool: { filter: [...filter, compiled.words], should } };
}

function weighed(filter: Query | null, boost: number): Query[] {
  return filter === null ? [] : [{ constant_score: { filter, boost } }];
}

/** One key and then the id, so that no two hits stand in one place; what has no key is last both ways. */
export function orderOf(mode: OrderMode, sort: SearchRequest['sort'], backward: boolean): estypes.SortCombinations[] {
  const along = (descending: boolean) => (descending === backward ? 'asc' : 'desc');
  const id = { id: { order: along(false) } } as const;
  if (mode === 'ranked' || mode === 'tiered') return [{ _score: { order: along(true) } }, id];
  if (mode === 'standing') return [{ standing: { order: along(false) } }, id];
  switch (sort) {
    case 'date':
      return [{ dateSort: { order: along(false), missing: noDay.last } }, id];
    case '-date':
      return [{ dateSort: { order: along(true), missing: noDay.first } }, id];
    case 'code':
      return [{ codeSort: { order: along(false), missing: backward ? '_first' : '_last' } }, id];
    default:
      return [{ titleSort: { order: along(false) } }, id];
  }
}

/**
 * Whether a hit of this order may have such a key: cursors are not signed, and one with no number where hits have one is an error inside the
 * engine, not a refusal.
 */
export function isKeyOf(mode: OrderMode, sort: SearchRequest['sort'], key: string | number | null): boolean {
  const isText = mode === 'sorted' && (sort === 'code' || sort === 'title');
  // A record without a code has none to sort by.
  return isText ? typeof key === 'string' || (key === null && sort === 'code') : typeof key === 'number';
}

/** Keys from one (included) to another (not included), by code point. */
export interface Range {
  from: string;
  to: string;
}

/** Held to walks of a few rows along an index, whatever the statistics say. */
export const walkIndexes =
  'SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL gin_fuzzy_search_limit = 1000';

/** The last code point: whatever begins with a text stands before the text with this after it. */
const last = '\u{10ffff}';

export const rangeOf = (prefix: string): Range => ({ from: prefix, to: prefix + last });

/**
 * Where the engines differ, all of it. Both answer the same cases otherwise, with these freedoms that no case relies on:
 * - the weight that words give a hit (`ts_rank` on PostgreSQL, BM25F on Elasticsearch), and so the order of hits whose code, title and level
 *   match alike;
 * - totals and facets beyond 100,000 hits: estimated from a sample on PostgreSQL, counted on Elasticsearch;
 * - one page after another while the index changes: each of the index as it is then on PostgreSQL, from the second on of one state of it
 *   on Elasticsearch;
 * - agents tied to no record: suggested inside on PostgreSQL; Elasticsearch knows agents by their records;
 * - a unit that has its title in common with a fonds or series alone: on PostgreSQL the title is borne by several, on Elasticsearch the unit
 *   leads to itself;
 * - of misspelt words with two neighbours equally near: PostgreSQL takes that whose forms are found most, Elasticsearch the form itself.
 */
export interface Capabilities {
  /** What `stimat*` is compared with: "stimati" has the stem "stim", which does not begin so. */
  prefixes: 'stems' | 'words';
}

export const postgresCapabilities: Capabilities = { prefixes: 'stems' };
export const elasticsearchCapabilities: Capabilities = { prefixes: 'words' };

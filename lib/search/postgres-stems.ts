import type pg from 'pg';

/** Numbers are their own stems; finding aids are full of them, each met once. */
const number = /^[0-9]+$/;

/** What a pool and a client have in common. */
export type Queryable = Pick<pg.ClientBase, 'query'>;

/**
 * Stems of words by the dictionaries of the configuration `eli4u.italian` (unaccent, Italian Snowball, its stop words): asked of
 * PostgreSQL once a word and then remembered, for index and queries alike. Words of archives repeat: over 120,000 records of 40 words
 * to_tsvector took most of the writing time (measured 2026-11-23).
 */
export class Stems {
  private known = new Map<string, string | null>();
  private before = new Map<string, string | null>();

  constructor(private readonly limit = 200_000) {}

  /** Makes sure that `of` knows these words. */
  async learn(client: Queryable, words: Iterable<string>): Promise<void> {
    if (this.known.size > this.limit) this.turn();
    const unknown = new Set<string>();
    for (const word of words) {
      if (this.known.has(word) || number.test(word)) continue;
      const earlier = this.before.get(word);
      if (earlier === undefined) unknown.add(word);
      else this.known.set(word, earlier);
    }
    if (unknown.size === 0) return;
    const { rows } = await client.query<{ word: string; stem: string | null }>({
      text: `SELECT word, (tsvector_to_array(to_tsvector('eli4u.italian', word)))[1] AS stem FROM unnest($1::text[]) AS word`,
      values: [[...unknown]],
    });
    for (const { word, stem } of rows) this.known.set(word, stem);
  }

  /** Null for a stop word. */
  readonly of = (word: string): string | null => {
    // Also the generation before: somebody else may have turned them between `learn` and this.
    for (const generation of [this.known, this.before]) {
      const stem = generation.get(word);
      if (stem !== undefined) return stem;
    }
    return number.test(word) ? word : null;
  };

  /** Two generations: what was not asked for since the last turn is forgotten at the next. */
  private turn(): void {
    this.before = this.known;
    this.known = new Map();
  }
}

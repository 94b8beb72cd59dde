import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Queryable } from './postgres-stems.ts';
import type { FacetName } from './search.ts';

type Facets = readonly [FacetName, string][];

/** Serialises writers of new facet values within their transactions: two that met the same new values in another order would lock each other. */
const dictionaryLock = 4_120_301;

/**
 * Numbers of facet values and of their combinations, made when they are new. With a `dictionary` pool they are committed at once, apart from
 * the writer's transaction (a value that no record bears harms nobody), so that a long ingest makes no other writer wait; without, in it.
 */
export class FacetNumbers {
  private readonly terms = new Map<string, number>();
  /** By the combination as text: the same combinations come again and again, and their text is made without looking each value up. */
  private readonly sets = new Map<string, number>();
  private locked = false;

  constructor(
    private readonly lookup: Queryable,
    private readonly dictionary: pg.Pool | null,
    private readonly limit = 100_000,
  ) {}

  /** The number of each record's combination, in the order of the records. */
  async setsOf(records: readonly Facets[]): Promise<number[]> {
    if (this.terms.size > this.limit) this.terms.clear();
    if (this.sets.size > this.limit) this.sets.clear();
    const keys = records.map(combinationKey);
    const unknown = new Map<string, Facets>();
    for (const [index, facets] of records.entries()) {
      const key = keys[index] ?? '';
      if (!this.sets.has(key)) unknown.set(key, facets);
    }
    if (unknown.size > 0) await this.learn(unknown);
    return keys.map((key) => {
      const set = this.sets.get(key);
      if (set === undefined) throw new Error(`facet set not learnt: ${key}`);
      return set;
    });
  }

  private async learn(unknown: ReadonlyMap<string, Facets>): Promise<void> {
    const newTerms = new Map<string, [string, string]>();
    for (const facets of unknown.values())
      for (const [facet, value] of facets) {
        const key = `${facet}:${value}`;
        if (!this.terms.has(key)) newTerms.set(key, [facet, value]);
      }
    if (newTerms.size > 0) await this.learnTerms([...newTerms.values()]);
    const keysOf = new Map<string, { numbers: number[]; keys: string[] }>();
    for (const [key, facets] of unknown) {
      const numbers = facets.map(([facet, value]) => this.terms.get(`${facet}:${value}`) ?? 0).sort((a, b) => a - b);
      const hash = createHash('md5').update(numbers.join()).digest('hex');
      const known = keysOf.get(hash);
      if (known) known.keys.push(key);
      else keysOf.set(hash, { numbers, keys: [key] });
    }
    await this.learnSets(keysOf);
  }

  private async learnTerms(terms: [string, string][]): Promise<void> {
    const values = [terms.map(([facet]) => facet), terms.map(([, value]) => value)];
    const find = async (from: Queryable) => {
      const { rows } = await from.query<{ id: number; facet: string; value: string }>({
        text: `SELECT t.id, t.facet, t.value FROM unnest($1::text[], $2::text[]) AS wanted(facet, value) JOIN eli4u.facet_term t USING (facet, value)`,
        values,
      });
      for (const { id, facet, value } of rows) this.terms.set(`${facet}:${value}`, id);
      return rows.length;
    };
    if ((await find(this.lookup)) === terms.length) return;
    const writer = await this.writer();
    await writer.query({
      text: `INSERT INTO eli4u.facet_term (facet, value) SELECT facet, value FROM unnest($1::text[], $2::text[]) AS wanted(facet, value)
        ORDER BY facet, value ON CONFLICT DO NOTHING`,
      values,
    });
    await find(writer);
  }

  private async learnSets(sets: ReadonlyMap<string, { numbers: number[]; keys: string[] }>): Promise<void> {
    const hashes = [...sets.keys()];
    const find = async (from: Queryable) => {
      const { rows } = await from.query<{ id: number; hash: string }>({
        text: `SELECT s.id, encode(s.hash, 'hex') AS hash FROM unnest($1::text[]) AS wanted(hash) JOIN eli4u.facet_set s ON s.hash = decode(wanted.hash, 'hex')`,
        values: [hashes],
      });
      for (const { id, hash } of rows) for (const key of sets.get(hash)?.keys ?? []) this.sets.set(key, id);
      return rows.length;
    };
    if ((await find(this.lookup)) === hashes.length) return;
    const writer = await this.writer();
    await writer.query({
      text: `INSERT INTO eli4u.facet_set (terms, hash) SELECT terms::integer[], decode(hash, 'hex') FROM unnest($1::text[], $2::text[]) AS wanted(terms, hash)
        ORDER BY hash ON CONFLICT DO NOTHING`,
      values: [hashes.map((hash) => `{${sets.get(hash)?.numbers.join() ?? ''}}`), hashes],
    });
    await find(writer);
  }

  private async writer(): Promise<Queryable> {
    if (this.dictionary) return this.dictionary;
    if (!this.locked) await this.lookup.query('SELECT pg_advisory_xact_lock($1)', [dictionaryLock]);
    this.locked = true;
    return this.lookup;
  }
}

function combinationKey(facets: Facets): string {
  let key = '';
  for (const [facet, value] of facets) key += `${facet}:${value}\n`;
  return key;
}

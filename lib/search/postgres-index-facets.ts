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
  private readonly sets = new Map<string, number>();
  private locked = false;

  constructor(
    private readonly client: pg.ClientBase,
    private readonly dictionary: pg.Pool | null,
    private readonly limit = 200_000,
  ) {}

  /** Makes sure that `setOf` can answer for these combinations. */
  async learn(records: readonly Facets[]): Promise<void> {
    if (this.terms.size > this.limit) this.terms.clear();
    if (this.sets.size > this.limit) this.sets.clear();
    const newTerms = new Map<string, [string, string]>();
    for (const facets of records)
      for (const [facet, value] of facets) {
        const key = `${facet}:${value}`;
        if (!this.terms.has(key)) newTerms.set(key, [facet, value]);
      }
    if (newTerms.size > 0) await this.learnTerms([...newTerms.values()]);
    const newSets = new Map<string, number[]>();
    for (const facets of records) {
      const numbers = this.numbersOf(facets);
      const key = numbers.join();
      if (!this.sets.has(key)) newSets.set(key, numbers);
    }
    if (newSets.size > 0) await this.learnSets(newSets);
  }

  setOf(facets: Facets): number {
    const set = this.sets.get(this.numbersOf(facets).join());
    if (set === undefined) throw new Error('facet set asked for before it was learnt');
    return set;
  }

  private numbersOf(facets: Facets): number[] {
    return facets.map(([facet, value]) => this.terms.get(`${facet}:${value}`) ?? 0).sort((a, b) => a - b);
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
    if ((await find(this.client)) === terms.length) return;
    const writer = await this.writer();
    await writer.query({
      text: `INSERT INTO eli4u.facet_term (facet, value) SELECT facet, value FROM unnest($1::text[], $2::text[]) AS wanted(facet, value)
        ORDER BY facet, value ON CONFLICT DO NOTHING`,
      values,
    });
    await find(writer);
  }

  private async learnSets(sets: ReadonlyMap<string, number[]>): Promise<void> {
    const keyOf = new Map([...sets.keys()].map((key) => [createHash('md5').update(key).digest('hex'), key]));
    const hashes = [...keyOf.keys()];
    const find = async (from: Queryable) => {
      const { rows } = await from.query<{ id: number; hash: string }>({
        text: `SELECT s.id, encode(s.hash, 'hex') AS hash FROM unnest($1::text[]) AS wanted(hash) JOIN eli4u.facet_set s ON s.hash = decode(wanted.hash, 'hex')`,
        values: [hashes],
      });
      for (const { id, hash } of rows) this.sets.set(keyOf.get(hash) ?? '', id);
      return rows.length;
    };
    if ((await find(this.client)) === hashes.length) return;
    const writer = await this.writer();
    await writer.query({
      text: `INSERT INTO eli4u.facet_set (terms, hash) SELECT terms::integer[], decode(hash, 'hex') FROM unnest($1::text[], $2::text[]) AS wanted(terms, hash)
        ORDER BY hash ON CONFLICT DO NOTHING`,
      values: [hashes.map((hash) => `{${keyOf.get(hash) ?? ''}}`), hashes],
    });
    await find(writer);
  }

  private async writer(): Promise<Queryable> {
    if (this.dictionary) return this.dictionary;
    if (!this.locked) await this.client.query('SELECT pg_advisory_xact_lock($1)', [dictionaryLock]);
    this.locked = true;
    return this.client;
  }
}

import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPostgresSearch } from '#lib/search/postgres.ts';
import { createPool } from '#lib/store/pool.ts';
import { loadDemoHoldings, readHoldings } from '#tests/bench/relevance/demo-holdings.ts';
import { filledElasticsearch, type RelevanceEngine } from '#tests/bench/relevance/engines.ts';
import { judgedQueries } from '#tests/bench/relevance/judged.ts';
import { queryKinds } from '#tests/bench/relevance/judgement.ts';
import { resolve } from '#tests/bench/relevance/resolve.ts';
import { asked, meanOf, scoreSearch } from '#tests/bench/relevance/score.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';
import { elasticsearchOfRun } from '#tests/setup/elasticsearch.ts';

let database: FreshDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
  await loadDemoHoldings(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe('the judged set', () => {
  it('names records that are there, each exactly one', async () => {
    expect(resolve(judgedQueries, await readHoldings(pool)).errors).toEqual([]);
  });

  it('gives each query a record that the reader meant', async () => {
    const { resolved } = resolve(judgedQueries, await readHoldings(pool));
    const without = resolved.filter((query) => ![...query.grades.values()].includes(3));
    expect(without.map(({ query }) => query)).toEqual([]);
  });

  it('asks in every way, fifty queries at least, none twice', () => {
    const texts = judgedQueries.map(({ query }) => query);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeGreaterThanOrEqual(50);
    expect(new Set(judgedQueries.map(({ kind }) => kind))).toEqual(new Set(queryKinds));
  });
});

/** Each over the same database: the engine, or why this machine has none. */
const makers: Record<string, () => Promise<RelevanceEngine | { missing: string }>> = {
  PostgreSQL: async () => ({ search: createPostgresSearch(pool), close: () => Promise.resolve() }),
  Elasticsearch: async () => {
    const server = await elasticsearchOfRun();
    return 'missing' in server ? server : filledElasticsearch(server.url, 'test-relevance', pool);
  },
};

describe.each(Object.keys(makers))('ranking on %s', (name) => {
  let engine: RelevanceEngine | { missing: string } = { missing: 'not made' };
  beforeAll(async () => {
    engine = (await makers[name]?.()) ?? engine;
  }, 300_000);
  beforeEach((context) => {
    if ('missing' in engine) context.skip(engine.missing);
  });
  afterAll(() => ('missing' in engine ? undefined : engine.close()));
  const search = () => {
    if ('missing' in engine) throw new Error(engine.missing);
    return engine.search;
  };
  const first = async (q: string) => (await search().query({ ...asked, q })).hits;

  it('answers the judged queries with a mean nDCG@10 of 0.85 or more', async () => {
    const holdings = await readHoldings(pool);
    const { resolved } = resolve(judgedQueries, holdings);
    expect(meanOf(await scoreSearch(search(), resolved, holdings))).toBeGreaterThanOrEqual(0.85);
  });

  it('puts what bears a word above what tells of it in a note, whatever their levels', async () => {
    const titles = (await first('mulino')).map(({ title }) => title);
    expect(titles.indexOf('Lista di case serrate nel quartiere di Ponte Molino')).toBe(1);
    expect(titles.indexOf('Mandati per il guasto attorno alle mura')).toBeGreaterThan(1);
  });

  it.each(['estimi', 'ducali', 'campatico', 'canapa', 'ufficio di sanità', 'deputati ad utilia'])(
    'puts the fonds above its own units: %s',
    async (q) => {
      expect((await first(q))[0]?.level).toBe('fonds');
    },
  );
});

import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '#lib/store/pool.ts';
import { loadDemoHoldings, readHoldings } from '#tests/bench/relevance/demo-holdings.ts';
import { judgedQueries } from '#tests/bench/relevance/judged.ts';
import { queryKinds } from '#tests/bench/relevance/judgement.ts';
import { resolve } from '#tests/bench/relevance/resolve.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

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

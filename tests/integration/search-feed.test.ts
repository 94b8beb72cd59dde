import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compareIndex } from '#lib/jobs/compare-index.ts';
import { feedIndex } from '#lib/jobs/feed-index.ts';
import { indexChanges } from '#lib/jobs/index-changes.ts';
import { chooseSearch } from '#lib/search/choose.ts';
import { openOuterIndex, type OuterIndex } from '#lib/search/outer-index.ts';
import { indexRecords } from '#lib/search/postgres-index.ts';
import type { Search, SearchRequest } from '#lib/search/search.ts';
import { createPool } from '#lib/store/pool.ts';
import { findIndexQueue } from '#lib/store/reading/index-queue.ts';
import { insertHoldings, publicIds, units } from '#tests/contract/search/holdings.ts';
import { closableDoor, type ClosableDoor } from '#tests/setup/closable-door.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';
import { elasticsearchOfRun } from '#tests/setup/elasticsearch.ts';

const request: SearchRequest = {
  scope: 'public',
  q: '',
  filters: {},
  from: null,
  to: null,
  dateMode: 'overlap',
  within: null,
  sort: 'title',
  group: null,
  at: { page: 1 },
  size: 20,
  facets: true,
  lang: 'it',
};

/** A real Elasticsearch behind a door that can be shut, fed by the worker's own loop. */
describe('the search index, fed from the outbox', { timeout: 120_000 }, () => {
  let missing: string | null = null;
  let database: FreshDatabase;
  let pool: pg.Pool;
  let door: ClosableDoor;
  let index: OuterIndex;
  let search: Search;
  const said: string[] = [];
  const ending = new AbortController();
  let feeding: Promise<void>;

  beforeAll(async () => {
    const server = await elasticsearchOfRun();
    if ('missing' in server) return void (missing = server.missing);
    database = await freshDatabase();
    pool = createPool(database.appUrl, { applicationName: 'search feed', max: 8 });
    await insertHoldings(pool);
    door = await closableDoor(server.url);
    const elasticsearch = { nodes: [door.url], prefix: `test-${randomBytes(6).toString('hex')}` };
    const opened = openOuterIndex({ elasticsearch }, pool);
    if (!opened) throw new Error('an index was configured');
    index = opened;
    search = chooseSearch(elasticsearch, pool);
    await change(
      units.map(({ id }) => id),
      `SELECT 1`,
    );
  }, 300_000);
  beforeEach((context) => {
    if (missing !== null) context.skip(missing);
  });
  afterAll(async () => {
    if (missing !== null) return;
    await door.open().catch(() => undefined);
    ending.abort();
    await feeding;
    await index.close();
    await pool.end();
    await database.drop();
  });

  /** As every writer does it: the record, its search rows and the outbox row in one transaction. */
  async function change(ids: string[], sql: string): Promise<void> {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query(sql);
    await indexRecords(client, { sql: 'SELECT unnest($1::text[])', values: [ids] });
    await client.query('COMMIT');
    client.release();
  }
  const titled = (id: string, title: string) =>
    change([id], `UPDATE eli4u.record SET title = '${title}' WHERE id = '${id}'`);
  const found = async (q: string) => (await search.query({ ...request, q })).hits.map(({ id }) => id);
  const until = async (condition: () => Promise<boolean>) => {
    for (const end = Date.now() + 60_000; !(await condition()); await sleep(50))
      if (Date.now() > end) throw new Error(`it never came to that; said: ${said.join('\n')}`);
  };
  const drained = () => until(async () => (await findIndexQueue(pool)).waiting === 0);

  it('answers from PostgreSQL, and says so, before there is an index', async () => {
    const answer = await search.query(request);
    expect(answer.total).toBe(publicIds.length);
    expect(answer.notices).toEqual([expect.stringContaining('riserva')]);
  });

  it('fills a missing index by itself, then readers get that', async () => {
    feeding = feedIndex(pool, index, (line) => said.push(line), ending.signal);
    await until(async () => (await index.state()) === 'current');
    await drained();
    await until(async () => !(await search.query(request)).notices);
    expect((await search.query(request)).total).toBe(publicIds.length);
    // Its parts are merged once readers have it.
    await until(async () => said.some((line) => line.startsWith('search index: filled')));
    for (const scope of ['public', 'internal'] as const)
      expect(await compareIndex(pool, index, scope)).toEqual({ missing: [], extra: [] });
  });

  it('a change comes through', async () => {
    await titled('iSame001', 'Appena mutata');
    await until(async () => (await found('mutata')).includes('iSame001'));
  });

  it('while the cluster is away the site answers, changes wait, and they arrive when it is back', async () => {
    await door.shut();
    await titled('iSame001', 'Mutata in assenza');
    const answer = await search.query({ ...request, q: 'assenza' });
    expect(answer.hits.map(({ id }) => id)).toEqual(['iSame001']);
    expect(answer.notices).toEqual([expect.stringContaining('riserva')]);
    expect((await findIndexQueue(pool)).waiting).toBeGreaterThan(0);
    await until(async () => said.some((line) => line.includes('does not answer')));
    await door.open();
    await drained();
    await until(async () => !(await search.query({ ...request, q: 'assenza' })).notices);
    expect(await found('assenza')).toEqual(['iSame001']);
    expect(said.at(-1)).toContain('answers again');
  });

  it('lists what the index refuses until it takes it', async () => {
    const refusing = {
      update: async () => ({
        written: 0,
        unchanged: 0,
        rejected: [{ scope: 'public' as const, id: 'iSame002', reason: '400 no' }],
      }),
    };
    ending.abort();
    await feeding;
    await titled('iSame002', 'Prima rifiutata');
    expect(await indexChanges(pool, refusing)).toBe(1);
    expect(await findIndexQueue(pool)).toMatchObject({ waiting: 0, rejected: 1 });
    await titled('iSame002', 'Poi accolta');
    expect(await indexChanges(pool, index)).toBe(1);
    expect((await findIndexQueue(pool)).rejected).toBe(0);
  });

  it('a change that is taken twice does no harm, and two workers do not take it both', async () => {
    await titled('iSame003', 'Due volte');
    const broken = {
      update: async (ids: readonly string[]) => index.update(ids).then(() => Promise.reject(new Error('killed'))),
    };
    await expect(indexChanges(pool, broken)).rejects.toThrow('killed');
    const [one, other] = await Promise.all([indexChanges(pool, index), indexChanges(pool, index)]);
    expect(one + other).toBe(1);
    expect(await found('due volte')).toEqual(['iSame003']);
  });

  it('finds what the index lacks or has too much', async () => {
    await pool.query(`DELETE FROM eli4u.search_document WHERE record_id = 'iSame001' AND scope = 'public'`);
    expect(await compareIndex(pool, index, 'public')).toEqual({ missing: [], extra: ['iSame001'] });
  });
});

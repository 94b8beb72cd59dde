import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { withLock } from '#lib/jobs/with-lock.ts';
import { createPool } from '#lib/store/pool.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

let database: FreshDatabase;
let pool: pg.Pool;
let other: pg.Pool;
beforeAll(async () => void (database = await freshDatabase()));
afterAll(() => database.drop());
beforeEach(() => {
  // One connection to work with, however many rounds there are.
  pool = createPool(database.appUrl, { applicationName: 'test rounds', max: 1 });
  other = createPool(database.appUrl, { applicationName: 'test other', max: 2 });
});
afterEach(async () => {
  await pool.end();
  await other.end();
});

const locks = Array.from({ length: 12 }, (_, n) => 990_000 + n);
const connections = async () => {
  const { rows } = await other.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'test rounds' AND datname = current_database()`,
  );
  return rows[0]?.n;
};

it('rounds under locks of their own all come to their end with a pool of one', async () => {
  const round = (lock: number) =>
    withLock(pool, lock, async () => {
      await pool.query('SELECT pg_sleep(0.01)');
      const { rows } = await pool.query<{ lock: number }>('SELECT $1::int AS lock', [lock]);
      return rows[0]?.lock;
    });
  for (let again = 0; again < 3; again++) expect(await Promise.all(locks.map(round))).toEqual(locks);
});

it('holds all of them by one connection beside the pool’s, and none when they are done', async () => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const held = locks.map((lock) => withLock(pool, lock, () => opened));
  await expect.poll(() => heldLocks()).toBe(locks.length);
  expect(await connections()).toBe(1);
  open();
  await Promise.all(held);
  expect(await heldLocks()).toBe(0);
  await expect.poll(connections).toBe(0);
});

it('lets in one at a time, of this process and of others, and the next when it is done or has failed', async () => {
  const inside = await withLock(pool, 990_100, async () => [
    await withLock(pool, 990_100, async () => 'twice'),
    await withLock(other, 990_100, async () => 'elsewhere'),
    await withLock(other, 990_101, async () => 'another lock'),
  ]);
  expect(inside).toEqual([null, null, 'another lock']);
  await expect(withLock(pool, 990_100, () => Promise.reject(new Error('it failed')))).rejects.toThrow('it failed');
  expect(await withLock(other, 990_100, async () => 'next')).toBe('next');
});

it('goes with its connection, and the next round opens another', async () => {
  const first = withLock(pool, 990_200, async () => {
    await other.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = 990200 AND classid = 0`,
    );
    await expect.poll(() => withLock(other, 990_200, async () => 'free')).toBe('free');
    return 'done';
  });
  expect(await first).toBe('done');
  expect(await withLock(pool, 990_200, async () => 'again')).toBe('again');
});

it('says that the database is away', async () => {
  const nowhere = createPool(database.appUrl.replace(/\/[^/]*$/, '/no_such_database'), {
    applicationName: 'test',
    max: 1,
  });
  await expect(withLock(nowhere, 990_300, async () => 'in')).rejects.toThrow(/no_such_database/);
  await nowhere.end();
});

const heldLocks = async () => {
  const { rows } = await other.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_locks l JOIN pg_database d ON d.oid = l.database
      WHERE l.locktype = 'advisory' AND d.datname = current_database() AND l.objid BETWEEN 990000 AND 990099`,
  );
  return rows[0]?.n;
};

import type pg from 'pg';
import { locks } from '#lib/store/writing/write-transaction.ts';
import { recountChildrenOf } from '#lib/store/writing/child-count.ts';
import { indexRecords } from '#lib/search/postgres-index.ts';

/**
 * One transaction that changes what the public sees: under the lock by which harvests never go past an open writer (design §3, Times), and
 * with search rows and child counts of what `work` leaves in `decided_record`.
 */
export async function inDissemination<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock_shared($1)', [locks.dissemination]);
    const value = await work(client);
    await projectDecided(client);
    await client.query('COMMIT');
    client.release();
    return value;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release(true);
    throw error;
  }
}

/** Search rows and child counts of what stands in `decided_record` (decideAgain). */
export async function projectDecided(client: pg.ClientBase): Promise<void> {
  await recountChildrenOf(
    client,
    'SELECT DISTINCT parent_id AS id FROM decided_record WHERE parent_id IS NOT NULL',
    [],
  );
  await indexRecords(client, { sql: 'SELECT id FROM decided_record', values: [] });
}

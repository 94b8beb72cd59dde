import type pg from 'pg';

/** Locks by number, one list for the whole application. */
export const locks = {
  /** Shared by every writer from its first statement: harvests never go past the oldest open writer (design §3, Times). */
  dissemination: 4_104_001,
  /** One ingest transaction at a time: two files that mention the same new agent must not both make it. */
  ingest: 4_104_002,
  /** New facet values, when they are written within a transaction (lib/search/postgres-index-facets.ts). */
  facets: 4_120_301,
} as const;

/** Runs `work` in one transaction as a writer of holdings; all of it or none. `work` says whether to keep what it did. */
export async function writeHoldings<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<{ keep: boolean; value: T }>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(`BEGIN`);
    await client.query(`SELECT pg_advisory_xact_lock($1), pg_advisory_xact_lock_shared($2)`, [
      locks.ingest,
      locks.dissemination,
    ]);
    await client.query(`SET LOCAL work_mem = '96MB'`);
    const { keep, value } = await work(client);
    await client.query(keep ? 'COMMIT' : 'ROLLBACK');
    client.release();
    return value;
  } catch (error) {
    // A broken connection can't roll back; the server does it. Either way the client is not reused.
    await client.query('ROLLBACK').catch(() => undefined);
    client.release(true);
    throw error;
  }
}

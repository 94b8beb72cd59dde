import type pg from 'pg';

/** Runs `work` unless another process is at it; null then. The lock goes with the connection, whatever becomes of this process. */
export async function withLock<T>(pool: pg.Pool, lock: number, work: () => Promise<T>): Promise<T | null> {
  const client = await pool.connect();
  let broken = true;
  try {
    const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [lock]);
    if (!rows[0]?.got) {
      broken = false;
      return null;
    }
    try {
      return await work();
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [lock]);
      broken = false;
    }
  } finally {
    client.release(broken);
  }
}

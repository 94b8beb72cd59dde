import type pg from 'pg';

/** What one transaction came to: kept, or undone as if it had never been. */
export interface Outcome<T> {
  keep: boolean;
  value: T;
}

/**
 * Runs `work` in one transaction; all of it or none.
 * @param begin what it begins with, where more goes in the same way to the database
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Outcome<T>>,
  begin = 'BEGIN',
): Promise<T> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query(begin);
    const { keep, value } = await work(client);
    await client.query(keep ? 'COMMIT' : 'ROLLBACK');
    broken = false;
    return value;
  } catch (error) {
    broken = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(broken);
  }
}

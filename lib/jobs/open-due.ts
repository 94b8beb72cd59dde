import type pg from 'pg';
import { indexRecords } from '#lib/search/postgres-index.ts';

/** Records whose day of consultability has come become open; the decision is lib/access's: closed until a day that is past. */
export async function openDue(pool: pg.Pool, today: string): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`DROP TABLE IF EXISTS due_record`);
    await client.query(
      `CREATE TEMP TABLE due_record ON COMMIT DROP AS
       SELECT id FROM eli4u.record WHERE visibility = 'described' AND consultable_from <= $1::date AND sensitivity = 'none' AND deleted_at IS NULL`,
      [today],
    );
    const opened = await client.query(
      `UPDATE eli4u.record SET visibility = 'open', disseminated_at = now() WHERE id IN (SELECT id FROM due_record)`,
    );
    if (opened.rowCount) await indexRecords(client, { sql: 'SELECT id FROM due_record', values: [] });
    await client.query('COMMIT');
    return opened.rowCount ?? 0;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

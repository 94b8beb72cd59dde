import { indexRecords } from '#lib/search/postgres-index.ts';
import { settleStatistics } from '#lib/store/writing/statistics.ts';
import { exitWith, withStore } from './connect.ts';

/** Records made again in one transaction: readers see each batch change at once and never an empty index. */
const batch = 20_000;

/** `npm run reindex`: every search row made again from the store; what has no record any more goes. */
async function reindex(): Promise<number> {
  return withStore('reindex', async (pool) => {
    const total = Number(
      (await pool.query<{ n: string | number }>('SELECT count(*) AS n FROM eli4u.record')).rows[0]?.n ?? 0,
    );
    let done = 0;
    let last = '';
    for (;;) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const { rows } = await client.query<{ id: string }>(
          `SELECT id FROM eli4u.record WHERE id > $1 ORDER BY id LIMIT $2`,
          [last, batch],
        );
        const end = rows.at(-1)?.id;
        if (end !== undefined) {
          await indexRecords(client, {
            sql: `SELECT id FROM eli4u.record WHERE id > $1 AND id <= $2`,
            values: [last, end],
          });
          last = end;
        }
        await client.query('COMMIT');
        done += rows.length;
        if (rows.length < batch) break;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
      console.log(`${done} of ${total} records indexed`);
    }
    const orphans = await pool.query(
      `DELETE FROM eli4u.search_document d WHERE NOT EXISTS (SELECT FROM eli4u.record r WHERE r.id = d.record_id AND r.deleted_at IS NULL)`,
    );
    await settleStatistics(pool);
    console.log(`${done} records indexed, ${orphans.rowCount ?? 0} rows without a record removed`);
    return 0;
  });
}

exitWith(reindex());

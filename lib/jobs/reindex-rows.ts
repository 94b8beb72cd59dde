import type pg from 'pg';
import { indexRecords } from '#lib/search/postgres-index.ts';

/** Records made again in one transaction: readers see each batch change at once and never an empty index. */
const batch = 20_000;

/**
 * PostgreSQL's search rows made again from the store, batch by batch; what has no record any more goes. Outer indices hear nothing of it:
 * the records are the same.
 * @returns records done and rows removed
 */
export async function reindexRows(
  pool: pg.Pool,
  onProgress: (done: number, total: number) => void,
): Promise<{ done: number; removed: number }> {
  const total = Number(
    (await pool.query<{ n: string | number }>('SELECT count(*) AS n FROM eli4u.record')).rows[0]?.n ?? 0,
  );
  let done = 0;
  for (let last: string | null = ''; last !== null;) {
    const reached: { ids: number; last: string | null } = await reindexAfter(pool, last);
    done += reached.ids;
    last = reached.last;
    onProgress(done, total);
  }
  const orphans = await pool.query(
    `DELETE FROM eli4u.search_document d WHERE NOT EXISTS (SELECT FROM eli4u.record r WHERE r.id = d.record_id AND r.deleted_at IS NULL)`,
  );
  return { done, removed: orphans.rowCount ?? 0 };
}

/** One batch in a transaction of its own; `last` is null after the last one. */
async function reindexAfter(pool: pg.Pool, after: string): Promise<{ ids: number; last: string | null }> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM eli4u.record WHERE id > $1 ORDER BY id LIMIT $2`,
      [after, batch],
    );
    const end = rows.at(-1)?.id;
    if (end !== undefined)
      await indexRecords(
        client,
        { sql: `SELECT id FROM eli4u.record WHERE id > $1 AND id <= $2`, values: [after, end] },
        { announce: false },
      );
    await client.query('COMMIT');
    return { ids: rows.length, last: rows.length < batch ? null : (end ?? null) };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

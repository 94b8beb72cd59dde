import type pg from 'pg';
import { searchTopic } from '#lib/search/postgres-index-changes.ts';

export interface OutboxRow {
  id: number;
  topic: string;
  payload: { id: string } & Record<string, unknown>;
}

/**
 * Takes the oldest rows that every later reader would also see: below the snapshot's xmin, never "id greater than the last", so that a
 * slow writer's row is not passed by (design §3). Rows are handled in order and deleted in the transaction that handled them.
 * What search indices have to learn is another reader's (index-changes.ts): it may have to wait for a cluster.
 */
export async function drainOutbox(
  pool: pg.Pool,
  handle: (client: pg.ClientBase, row: OutboxRow) => Promise<void>,
  limit = 100,
): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<OutboxRow>(
      `SELECT id, topic, payload FROM eli4u.outbox WHERE topic <> $2 AND transaction < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [limit, searchTopic],
    );
    for (const row of rows) await handle(client, row);
    await client.query('DELETE FROM eli4u.outbox WHERE id = ANY($1)', [rows.map((row) => row.id)]);
    await client.query('COMMIT');
    return rows.length;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

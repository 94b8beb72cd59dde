import type pg from 'pg';

export interface OutboxRow {
  id: number;
  topic: string;
  payload: { id: string } & Record<string, unknown>;
}

/**
 * Takes the oldest rows that every later reader would also see: below the snapshot's xmin, never "id greater than the last", so that a
 * slow writer's row is not passed by (design §3). Rows are handled in order and deleted in the transaction that handled them.
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
      `SELECT id, topic, payload FROM eli4u.outbox WHERE transaction < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [limit],
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

import type pg from 'pg';

/** The outbox rows by which an outer index learns what to take in. */
export const searchTopic = 'search.changed';

/** Says, in the transaction that writes them, whose search rows changed: one outbox row a batch. */
export async function announceSearchChange(client: pg.ClientBase, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query(`INSERT INTO eli4u.outbox (topic, payload) VALUES ($1, $2)`, [
    searchTopic,
    JSON.stringify({ ids }),
  ]);
}

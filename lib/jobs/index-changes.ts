import type pg from 'pg';
import type { Rejected } from '#lib/search/elasticsearch-bulk.ts';
import type { OuterIndex } from '#lib/search/outer-index.ts';
import { searchTopic } from '#lib/search/postgres-index-changes.ts';
import { withLock } from './with-lock.ts';

/** One worker feeds the index at a time; the others find nothing to do. */
const indexLock = 4_104_007;
/** Outbox rows taken at once: of 2,000 records each at most. */
const atOnce = 20;

interface ChangeRow {
  id: string | number;
  payload: { ids: string[] };
}

/**
 * Takes what changed from the outbox to the index; rows go once the index has them, so that a change may come twice and is never lost.
 * Rows are taken as they are seen: whoever commits late is met later, and documents carry the version of what was read.
 * @returns how many records were brought up to date; throws when the index cannot be reached, and all stays queued
 */
export async function indexChanges(pool: pg.Pool, index: Pick<OuterIndex, 'update'>): Promise<number> {
  const done = await withLock(pool, indexLock, async () => {
    const { rows } = await pool.query<ChangeRow>(
      `SELECT id, payload FROM eli4u.outbox WHERE topic = $1 ORDER BY id LIMIT $2`,
      [searchTopic, atOnce],
    );
    if (rows.length === 0) return 0;
    const ids = [...new Set(rows.flatMap(({ payload }) => payload.ids))];
    const { rejected } = await index.update(ids);
    await conclude(pool, rows, ids, rejected);
    return ids.length;
  });
  return done ?? 0;
}

/** Where no index is fed, nobody else takes these rows out. */
export async function forgetChanges(pool: pg.Pool): Promise<void> {
  await pool.query('DELETE FROM eli4u.outbox WHERE topic = $1', [searchTopic]);
}

/** Documents that the index refuses stay in a list until it takes them. */
export async function noteRejections(
  client: Pick<pg.ClientBase, 'query'>,
  rejected: readonly Rejected[],
): Promise<void> {
  if (rejected.length === 0) return;
  await client.query(
    `INSERT INTO eli4u.search_rejection (record_id, scope, reason) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
      ON CONFLICT (record_id, scope) DO UPDATE SET reason = excluded.reason, rejected_at = now()`,
    [
      rejected.map(({ id }) => id),
      rejected.map(({ scope }) => scope),
      rejected.map(({ reason }) => reason.replaceAll('\0', '').slice(0, 2000)),
    ],
  );
}

async function conclude(
  pool: pg.Pool,
  rows: readonly ChangeRow[],
  ids: readonly string[],
  rejected: readonly Rejected[],
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('DELETE FROM eli4u.search_rejection WHERE record_id = ANY($1)', [ids]);
    await noteRejections(client, rejected);
    await client.query('DELETE FROM eli4u.outbox WHERE id = ANY($1)', [rows.map(({ id }) => id)]);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

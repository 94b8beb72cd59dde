import type pg from 'pg';
import { searchTopic } from '#lib/search/postgres-index-changes.ts';

/** How far the outer index is behind the store, for whoever watches over the site. */
export interface IndexQueue {
  /** Batches of changes that wait. */
  waiting: number;
  /** Seconds that the oldest of them has waited. */
  oldest: number;
  /** Documents that the index refused. */
  rejected: number;
}

export async function findIndexQueue(pool: pg.Pool): Promise<IndexQueue> {
  const { rows } = await pool.query<IndexQueue>(
    `SELECT count(*)::integer AS waiting, coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS oldest,
        (SELECT count(*) FROM eli4u.search_rejection)::integer AS rejected
       FROM eli4u.outbox WHERE topic = $1`,
    [searchTopic],
  );
  return rows[0] ?? { waiting: 0, oldest: 0, rejected: 0 };
}

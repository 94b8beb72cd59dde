import type pg from 'pg';
import { abilities } from '#lib/records/dissemination.ts';

/** What became last of the manifest of a unit; `stamp` is what harvests are told, an ISO moment. */
export interface ManifestActivity {
  recordId: string;
  stamp: string;
  deleted: boolean;
}

const bit = abilities.images;
// As in the index disseminated_images, and no further than harvests are told.
const told = `(d.ever_able & ${bit}) <> 0 AND d.stamp <= (SELECT published FROM eli4u.dissemination_clock)`;

/** How many units have, or had, a manifest. */
export async function countActivities(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>({
    name: 'activities-count',
    text: `SELECT count(*)::integer AS n FROM eli4u.disseminated d WHERE ${told}`,
  });
  return rows[0]?.n ?? 0;
}

/**
 * A page of them, the oldest first. Pages are told by number: who reads them as the standard says, from the last one back, may see one twice that
 * changed meanwhile, and misses none.
 */
export async function listActivities(pool: pg.Pool, page: number, size: number): Promise<ManifestActivity[]> {
  const { rows } = await pool.query<{ id: string; stamp: string | number; deleted: boolean }>({
    name: 'activities-page',
    text: `SELECT d.id, extract(epoch FROM d.stamp)::bigint AS stamp, d.deleted OR (d.able & ${bit}) = 0 AS deleted
      FROM eli4u.disseminated d WHERE ${told} ORDER BY d.stamp, d.id LIMIT $1 OFFSET $2`,
    values: [size, page * size],
  });
  return rows.map(({ id, stamp, deleted }) => ({
    recordId: id,
    stamp: new Date(Number(stamp) * 1000).toISOString().replace('.000Z', 'Z'),
    deleted,
  }));
}

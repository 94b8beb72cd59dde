import type pg from 'pg';

/** How far a triple store has been told: past this change, and of several of one second past this id. */
export interface Published {
  stamp: string;
  id: string;
}

const nothing: Published = { stamp: '1970-01-01T00:00:00Z', id: '' };

/** Where the publishing to an address stands. */
export async function findPublished(pool: pg.Pool, address: string): Promise<Published> {
  const { rows } = await pool.query<Published>(`SELECT stamp, id FROM eli4u.rdf_publication WHERE address = $1`, [
    address,
  ]);
  return rows[0] ?? nothing;
}

/** Notes how far it has come. */
export async function savePublished(pool: pg.Pool, address: string, { stamp, id }: Published): Promise<void> {
  await pool.query(
    `INSERT INTO eli4u.rdf_publication (address, stamp, id) VALUES ($1, $2, $3)
     ON CONFLICT (address) DO UPDATE SET stamp = excluded.stamp, id = excluded.id`,
    [address, stamp, id],
  );
}

/** Notes that it has come to an end for now. */
export async function finishPublished(pool: pg.Pool, address: string, at: Date): Promise<void> {
  await pool.query('UPDATE eli4u.rdf_publication SET finished_at = $2 WHERE address = $1', [address, at]);
}

/** What it was told is told again. */
export async function forgetPublished(pool: pg.Pool, address: string): Promise<void> {
  await pool.query('DELETE FROM eli4u.rdf_publication WHERE address = $1', [address]);
}

export interface ChangedItem extends Published {
  deleted: boolean;
}

/** What was disseminated after a change, in its order, as far as harvests may see. */
export async function findChanged(pool: pg.Pool, after: Published, limit: number): Promise<ChangedItem[]> {
  const { rows } = await pool.query<ChangedItem>(
    `SELECT d.id, d.stamp, d.deleted FROM eli4u.disseminated d
      WHERE (d.stamp, d.id) > ($1::timestamptz, $2) AND d.stamp <= (SELECT published FROM eli4u.dissemination_clock)
      ORDER BY d.stamp, d.id LIMIT $3`,
    [after.stamp, after.id, limit],
  );
  return rows;
}

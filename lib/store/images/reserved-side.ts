import type pg from 'pg';

/** Pixels a side up to which everybody sees images of a unit that may not be read yet, as its institution says; null: none. */
export async function findReservedSide(pool: pg.Pool, recordId: string): Promise<number | null> {
  const { rows } = await pool.query<{ side: number | null }>({
    name: 'reserved-side',
    text: `SELECT i.reserved_image_side AS side FROM eli4u.record r LEFT JOIN eli4u.record f ON f.id = r.root_id
      LEFT JOIN eli4u.institution i ON i.id = coalesce(r.repository_id, f.repository_id) WHERE r.id = $1`,
    values: [recordId],
  });
  return rows[0]?.side ?? null;
}

import type pg from 'pg';

/** The first page of open units that we hold images of, by the unit's id: what stands for them in lists. */
export async function findFirstPages(pool: pg.Pool, recordIds: readonly string[]): Promise<Map<string, string>> {
  if (recordIds.length === 0) return new Map();
  const { rows } = await pool.query<{ record_id: string; id: string }>({
    name: 'first-pages',
    text: `SELECT m.record_id, m.id FROM eli4u.image m JOIN eli4u.record r ON r.id = m.record_id AND r.visibility = 'open' AND NOT r.internal
       WHERE m.record_id = ANY($1::text[]) AND m.page = 1 AND m.pyramid_key IS NOT NULL`,
    values: [recordIds],
  });
  return new Map(rows.map((row) => [row.record_id, row.id]));
}

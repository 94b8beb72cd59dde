import type pg from 'pg';

export interface PageToRecognise {
  imageId: string;
  recordId: string;
  page: number;
  label: string | null;
  title: string;
  width: number;
  height: number;
  pyramidKey: string;
}

/**
 * Pages held here on which nothing is told yet, unit after unit, as they follow on one another.
 * @param recordId null: of all units
 * @param again also those that were recognised before; what came with the images is never done again
 */
export async function listPagesToRecognise(
  pool: pg.Pool,
  {
    recordId,
    again,
    after,
    limit,
  }: { recordId: string | null; again: boolean; after: PageToRecognise | null; limit: number },
): Promise<PageToRecognise[]> {
  const { rows } = await pool.query<PageToRecognise>({
    text: `SELECT m.id AS "imageId", m.record_id AS "recordId", m.page, o.label, r.title, m.width, m.height, m.pyramid_key AS "pyramidKey"
      FROM eli4u.image m JOIN eli4u.digital_object o USING (id) JOIN eli4u.record r ON r.id = m.record_id LEFT JOIN eli4u.page_text t ON t.image_id = m.id
     WHERE m.pyramid_key IS NOT NULL AND ($1::text IS NULL OR m.record_id = $1) AND (t.image_id IS NULL OR $2 AND t.origin = 'recognised')
       AND ($3::text IS NULL OR (m.record_id, m.page) > ($3, $4)) AND r.deleted_at IS NULL
     ORDER BY m.record_id, m.page LIMIT $5`,
    values: [recordId, again, after?.recordId ?? null, after?.page ?? 0, limit],
  });
  return rows;
}

/** How many there are. */
export async function countPagesToRecognise(pool: pg.Pool, recordId: string | null, again: boolean): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({
    text: `SELECT count(*)::integer AS count FROM eli4u.image m JOIN eli4u.record r ON r.id = m.record_id LEFT JOIN eli4u.page_text t ON t.image_id = m.id
     WHERE m.pyramid_key IS NOT NULL AND ($1::text IS NULL OR m.record_id = $1) AND (t.image_id IS NULL OR $2 AND t.origin = 'recognised')
       AND r.deleted_at IS NULL`,
    values: [recordId, again],
  });
  return rows[0]?.count ?? 0;
}

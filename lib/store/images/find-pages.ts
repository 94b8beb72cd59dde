import type pg from 'pg';
import type { PageImage } from '#lib/records/images.ts';
import { imageColumns, imageOf, imageTables, type ImageRow } from './image-rows.ts';

/** As many as are read at once. */
export const mostPages = 200;

export interface PagesSummary {
  total: number;
  /** Of all pages that have no rights of their own. */
  rightsUri: string | null;
  requiredStatement: string | null;
}

/** How many pages a unit has, without reading one; null: it has no images. */
export async function countPages(pool: pg.Pool, recordId: string): Promise<PagesSummary | null> {
  const { rows } = await pool.query<{
    total: number | null;
    rights_uri: string | null;
    required_statement: string | null;
  }>({
    name: 'pages-count',
    text: `SELECT (SELECT max(page) FROM eli4u.image m WHERE m.record_id = s.record_id) AS total, s.rights_uri, s.required_statement
      FROM eli4u.image_set s WHERE s.record_id = $1`,
    values: [recordId],
  });
  const [row] = rows;
  return row && row.total !== null
    ? { total: row.total, rightsUri: row.rights_uri, requiredStatement: row.required_statement }
    : null;
}

/** Pages of a unit, both ends included; `mostPages` at most. Who may see them is asked before. */
export async function findPages(pool: pg.Pool, recordId: string, from: number, to: number): Promise<PageImage[]> {
  const { rows } = await pool.query<ImageRow>({
    name: 'pages-of-record',
    text: `SELECT ${imageColumns} FROM ${imageTables} WHERE m.record_id = $1 AND m.page BETWEEN $2 AND $3 ORDER BY m.page LIMIT ${mostPages}`,
    values: [recordId, from, to],
  });
  return rows.map(imageOf);
}

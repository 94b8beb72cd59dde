import type pg from 'pg';
import { isIdentifier } from '#lib/records/identifier.ts';
import type { PageText } from '#lib/records/page-text.ts';
import { readLines } from './page-lines.ts';

/** What is written on a page of a record; null where nothing is kept. Who may read it is asked before. */
export async function findPageText(pool: pg.Pool, recordId: string, imageId: string): Promise<PageText | null> {
  if (!isIdentifier(imageId)) return null;
  const { rows } = await pool.query<Pick<PageText, 'origin' | 'language'> & { lines: unknown }>({
    name: 'page-text',
    text: `SELECT origin, language, lines FROM eli4u.page_text WHERE image_id = $1 AND record_id = $2`,
    values: [imageId, recordId],
  });
  const row = rows[0];
  return row ? { imageId, language: row.language, origin: row.origin, lines: readLines(row.lines) } : null;
}

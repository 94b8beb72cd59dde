import type pg from 'pg';
import { shown } from '#lib/store/shown.ts';

/**
 * For each root, the first of its units in the order of the archive that anybody sees and that we hold the pages of: unit by root. Walks every set of images; whoever
 * asks keeps the answer for a while, and asks for the page itself anew, since a unit may be closed meanwhile.
 */
export async function findCovers(pool: pg.Pool): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ root_id: string; id: string }>({
    name: 'covers',
    text: `SELECT DISTINCT ON (r.root_id) r.root_id, r.id FROM eli4u.image m JOIN eli4u.record r ON r.id = m.record_id
       WHERE m.page = 1 AND m.pyramid_key IS NOT NULL AND r.visibility = 'open' AND ${shown('r')}
       ORDER BY r.root_id, r.position, r.id`,
  });
  return new Map(rows.map((row) => [row.root_id, row.id]));
}

import type pg from 'pg';
import type { ImageRange } from '#lib/records/images.ts';
import { shown } from '#lib/store/shown.ts';

/** Sub-units that a manifest names as its parts at most. */
const mostRanges = 2000;

/**
 * The parts of a unit as its sub-units tell them: of each that may be read and has images, the pages of the unit that are the same pictures (one
 * file, or one service of another's). Sub-units of which the unit has no page have a manifest of their own only.
 */
export async function findSubUnitRanges(pool: pg.Pool, recordId: string): Promise<ImageRange[]> {
  const { rows } = await pool.query<ImageRange>({
    name: 'sub-unit-ranges',
    text: `SELECT c.id, c.title AS label, array_agg(p.id ORDER BY p.page) AS images, '[]'::jsonb AS ranges
        FROM eli4u.record c JOIN eli4u.image m ON m.record_id = c.id
        JOIN eli4u.image p ON p.record_id = $1 AND (p.pyramid_key = m.pyramid_key OR p.service_id = m.service_id)
       WHERE c.parent_id = $1 AND c.visibility = 'open' AND ${shown('c')}
       GROUP BY c.id ORDER BY c.position, c.id LIMIT ${mostRanges}`,
    values: [recordId],
  });
  return rows;
}

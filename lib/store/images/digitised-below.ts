import type pg from 'pg';
import type { RecordLine } from '#lib/records/public-views.ts';
import { lineColumns, lineOf, type LineRow } from '#lib/store/reading/record-rows.ts';
import { shown } from '#lib/store/shown.ts';

/** A unit right below another, and what of it is digitised. */
export interface DigitisedBranch {
  line: RecordLine;
  /** It has a manifest. */
  hasImages: boolean;
  /** What lies below it has. */
  hasBelow: boolean;
}

/** Units of a collection at most, over all of its pages. */
const mostBranches = 20_000;

/**
 * What lies right below a unit (of null: the roots) and is digitised, or has something below that is; in the order of the archive. Walks up from the
 * units that have images, each way once: what it costs grows with these and not with the archive.
 */
export async function findDigitisedBelow(
  pool: pg.Pool,
  parent: { id: string; rootId: string } | null,
): Promise<DigitisedBranch[]> {
  const { rows } = await pool.query<LineRow & { has_images: boolean; has_below: boolean }>({
    name: parent ? 'digitised-below' : 'digitised-roots',
    text: `WITH RECURSIVE up AS (
        SELECT r.id, r.parent_id FROM eli4u.image_set s JOIN eli4u.record r ON r.id = s.record_id
         WHERE r.visibility = 'open' AND ${shown('r')} ${parent ? 'AND r.root_id = $2' : ''}
        UNION SELECT p.id, p.parent_id FROM up JOIN eli4u.record p ON p.id = up.parent_id WHERE ${shown('p')}
      )
      SELECT ${lineColumns('r')}, r.visibility = 'open' AND EXISTS (SELECT FROM eli4u.image_set s WHERE s.record_id = r.id) AS has_images,
          r.id IN (SELECT parent_id FROM up) AS has_below
        FROM up JOIN eli4u.record r USING (id) WHERE ${parent ? 'up.parent_id = $1' : 'up.parent_id IS NULL'}
       ORDER BY ${parent ? 'r.position, r.id' : 'r.title, r.id'} LIMIT ${mostBranches}`,
    values: parent ? [parent.id, parent.rootId] : [],
  });
  return rows.map((row) => ({ line: lineOf(row), hasImages: row.has_images, hasBelow: row.has_below }));
}

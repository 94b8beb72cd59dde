import type pg from 'pg';
import type { RecordLine } from '#lib/records/public-views.ts';
import { lineColumns, lineOf, type LineRow } from '#lib/store/reading/record-rows.ts';
import { shown } from '#lib/store/shown.ts';
import { hasManifest } from './has-manifest.ts';

/** A unit right below another, and what of it is digitised. */
export interface DigitisedBranch {
  line: RecordLine;
  /** It has a manifest. */
  hasImages: boolean;
  /** What lies below it has. */
  hasBelow: boolean;
}

/** How many units right below another (of null: roots) have a manifest, or lead to one; as of the last stamps. */
export async function countDigitisedBelow(pool: pg.Pool, parentId: string | null): Promise<number> {
  const { rows } = await pool.query<{ n: number }>({
    name: parentId === null ? 'digitised-roots-count' : 'digitised-below-count',
    text: `SELECT count(*)::integer AS n FROM eli4u.image_branch WHERE parent_id ${parentId === null ? 'IS NULL' : '= $1'}`,
    values: parentId === null ? [] : [parentId],
  });
  return rows[0]?.n ?? 0;
}

/**
 * Some of them, in the order of the archive (roots by their titles); what is shown no more is left out.
 * @param from how many are passed over
 */
export async function findDigitisedBelow(
  pool: pg.Pool,
  parentId: string | null,
  from: number,
  most: number,
): Promise<DigitisedBranch[]> {
  const { rows } = await pool.query<LineRow & { has_images: boolean; has_below: boolean }>({
    name: parentId === null ? 'digitised-roots' : 'digitised-below',
    text: `SELECT ${lineColumns('r')}, ${hasManifest('r', 'i')} AS has_images, b.has_below FROM (${parentId === null ? someRoots : someBelow}) b
        JOIN eli4u.record r ON r.id = b.id AND ${shown('r')} JOIN eli4u.institution i ON i.id = r.repository_id ORDER BY b.place`,
    values: parentId === null ? [from, most] : [from, most, parentId],
  });
  return rows.map((row) => ({ line: lineOf(row), hasImages: row.has_images, hasBelow: row.has_below }));
}

/** Read by the index image_branch_order alone. */
const someBelow = `SELECT id, has_below, row_number() OVER (ORDER BY position, id) AS place FROM eli4u.image_branch WHERE parent_id = $3
  ORDER BY position, id OFFSET $1 LIMIT $2`;
const someRoots = `SELECT b.id, b.has_below, row_number() OVER (ORDER BY r.title, r.id) AS place FROM eli4u.image_branch b JOIN eli4u.record r USING (id)
  WHERE b.parent_id IS NULL ORDER BY r.title, r.id OFFSET $1 LIMIT $2`;

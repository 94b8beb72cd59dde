import type pg from 'pg';
import { isIdentifier } from '#lib/records/identifier.ts';
import { shown } from '#lib/store/shown.ts';

/** Whether anybody may read what a unit is: what stands before its pages are read. */
export async function isOpenUnit(pool: pg.Pool, id: string): Promise<boolean> {
  if (!isIdentifier(id)) return false;
  const { rowCount } = await pool.query({
    name: 'open-unit',
    text: `SELECT FROM eli4u.record r WHERE r.id = $1 AND r.visibility = 'open' AND ${shown('r')}`,
    values: [id],
  });
  return rowCount === 1;
}

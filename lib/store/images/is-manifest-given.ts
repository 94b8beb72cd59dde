import type pg from 'pg';
import { shown } from '#lib/store/shown.ts';
import { hasManifest } from './has-manifest.ts';

/** Whether everybody is given a manifest of a record, of all its images or of smaller ones. */
export async function isManifestGiven(pool: pg.Pool, recordId: string): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'manifest-given',
    text: `SELECT FROM eli4u.record r JOIN eli4u.institution i ON i.id = r.repository_id
      WHERE r.id = $1 AND ${shown('r')} AND ${hasManifest('r', 'i')}`,
    values: [recordId],
  });
  return rowCount === 1;
}

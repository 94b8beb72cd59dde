import type pg from 'pg';
import { shown } from '#lib/store/shown.ts';

/** The public titles of units by their ids; what the public is not shown is left out. */
export async function titlesOfUnits(pool: pg.Pool, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await pool.query<{ id: string; title: string }>(
    `SELECT r.id, r.title FROM eli4u.record r WHERE r.id = ANY($1::text[]) AND ${shown('r')}`,
    [ids],
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

import type pg from 'pg';
import { demoUnit, type DemoPageSet } from './page-set.ts';

/** The record that a set is of; null where the demonstration is not there, or no longer whole. Codes alone name several units of it. */
export async function findDemoRecord(pool: pg.Pool, set: DemoPageSet): Promise<string | null> {
  const { custodian, unit } = demoUnit(set.fonds, set.code);
  const { rows } = await pool.query<{ id: string }>(
    `SELECT r.id FROM eli4u.record r JOIN eli4u.institution i ON i.id = r.repository_id
      WHERE i.code = $1 AND r.reference_code = $2 AND r.title = $3 AND r.deleted_at IS NULL ORDER BY r.id LIMIT 1`,
    [custodian, set.code, unit.title],
  );
  return rows[0]?.id ?? null;
}

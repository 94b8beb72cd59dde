import type pg from 'pg';
import type { RepertorioYear } from './fascicolo-port.ts';

/**
 * The years in which a repertorio has numbers, the latest first. As these run without gaps and none is taken back, the last is how many there are:
 * nothing is counted.
 */
export async function listYears(pool: pg.Pool, code: string): Promise<RepertorioYear[]> {
  if (code.includes('\0')) return [];
  const { rows } = await pool.query<RepertorioYear>(
    `SELECT year, last_number AS documents FROM eli4u.protocol_register WHERE register = 'repertorio ' || $1 AND last_number > 0
      ORDER BY year DESC LIMIT 200`,
    [code],
  );
  return rows;
}

import type pg from 'pg';
import type { Registration } from '#lib/procedures/cases/filing-facts.ts';
import { laterOf, type Day } from '#lib/procedures/day.ts';

/**
 * The next number of a register (DPR 445/2000 arts. 53, 57): without gaps, for a transaction that fails gives it back, and on no earlier
 * day than the number before, whatever the clock says. Other registrations wait until this transaction ends: take it last.
 */
export async function nextNumber(client: pg.ClientBase, register: string, today: Day): Promise<Registration> {
  const last = await client.query<{ on: Day | null }>(
    `SELECT max(last_on) AS on FROM eli4u.protocol_register WHERE register = $1`,
    [register],
  );
  const on = laterOf(today, last.rows[0]?.on ?? today);
  const year = Number(on.slice(0, 4));
  const { rows } = await client.query<{ number: number; on: Day }>(
    `INSERT INTO eli4u.protocol_register AS r (register, year, last_number, last_on) VALUES ($1, $2, 1, $3)
     ON CONFLICT (register, year) DO UPDATE SET last_number = r.last_number + 1, last_on = greatest(r.last_on, excluded.last_on)
     RETURNING last_number AS number, last_on AS on`,
    [register, year, on],
  );
  const row = rows[0];
  if (!row) throw new Error(`the register ${register} gave no number`);
  return { register, year, number: row.number, on: row.on };
}

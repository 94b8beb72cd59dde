import type pg from 'pg';
import type { Registration } from '#lib/procedures/cases/filing-facts.ts';
import type { Day } from '#lib/procedures/day.ts';

/**
 * The next number of a register (DPR 445/2000 arts. 53, 57): without gaps, for a transaction that fails gives it back, and on no earlier
 * day than the number before, whatever the clock says. Other registrations wait until this transaction ends: take it last.
 */
export async function nextNumber(client: pg.ClientBase, register: string, today: Day): Promise<Registration> {
  const { rows } = await client.query<{ on: Day; year: number; number: number }>(
    'SELECT on_day AS on, year, first_number AS number FROM eli4u.take_numbers($1, $2, 1)',
    [register, today],
  );
  const row = rows[0];
  if (!row) throw new Error(`the register ${register} gave no number`);
  return { register, ...row };
}

import type pg from 'pg';
import type { Day } from '#lib/procedures/day.ts';
import type { StampExemption } from '#lib/procedures/payments/stamp-exemptions.ts';

/** What somebody said of a payment, in the place of what was said before. */
export type Restated =
  | { state: 'declared'; serial: string; issuedOn: Day; declaredOn: Day }
  | { state: 'exempt'; norm: StampExemption; words: string }
  | { state: 'elsewhere'; notedOn: Day; words: string }
  | { state: 'due' | 'noticed' };

/** Writes it. Of a notice that is open the platform goes on being asked: whoever pays it has paid. */
export async function restate(client: pg.ClientBase, id: string, said: Restated, at: Date): Promise<void> {
  const stamp = said.state === 'declared' ? said : null;
  const exempt = said.state === 'exempt' ? said : null;
  const noted = said.state === 'elsewhere' ? said : null;
  await client.query(
    `UPDATE eli4u.payment SET state = $2, serial = $3, issued_on = $4, declared_on = $5, norm = $6, words = $7, noted_on = $8, problem = NULL, changed_at = $9
      WHERE id = $1`,
    [
      id,
      said.state,
      stamp?.serial ?? null,
      stamp?.issuedOn ?? null,
      stamp?.declaredOn ?? null,
      exempt?.norm ?? null,
      exempt?.words ?? noted?.words ?? null,
      noted?.notedOn ?? null,
      at,
    ],
  );
}

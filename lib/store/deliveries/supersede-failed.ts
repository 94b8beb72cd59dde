import type pg from 'pg';
import type { Day } from '#lib/procedures/day.ts';
import { deliverySchema } from '#lib/procedures/delivery/delivery.ts';
import { saveFacts, type HeldDelivery, type Speaker } from './save-facts.ts';

/** What failed towards somebody is no task any more once another way is on, or they have the act. */
export async function supersedeFailed(
  client: pg.ClientBase,
  { id, procedure, delivery: { notice, agent } }: HeldDelivery,
  speaker: Speaker,
): Promise<void> {
  const { rows } = await client.query<{ id: string; preparedOn: Day; document: unknown }>(
    `SELECT id::text, prepared_on AS "preparedOn", document FROM eli4u.legal_delivery
      WHERE procedure_id = $1 AND notice = $2 AND agent_id IS NOT DISTINCT FROM $3 AND id <> $4 AND state = 'failed' AND task = 'anotherChannel'
      ORDER BY id FOR UPDATE`,
    [procedure, notice, agent, id],
  );
  for (const row of rows)
    await saveFacts(
      client,
      { id: row.id, procedure, preparedOn: row.preparedOn, delivery: deliverySchema.parse(row.document) },
      [{ kind: 'settled', kept: true, reason: `consegna ${id}` }],
      speaker,
    );
}

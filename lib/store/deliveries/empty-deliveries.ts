import type pg from 'pg';
import { z } from 'zod';
import { emptiedWord } from '#lib/procedures/cases/emptied.ts';
import { deliveryFactSchema, type Delivery } from '#lib/procedures/delivery/delivery.ts';
import { emptiedFact } from '#lib/procedures/delivery/emptied-fact.ts';
import { evolveDelivery } from '#lib/procedures/delivery/evolve-delivery.ts';

const rowSchema = z.object({ id: z.string(), facts: z.array(z.object({ n: z.int(), payload: deliveryFactSchema })) });

/** What the deliveries of a destroyed fascicolo say of persons goes with it: names, addresses, who took it. */
export async function emptyDeliveries(client: pg.ClientBase, procedure: string): Promise<void> {
  const { rows } = await client.query(
    `SELECT d.id::text, (SELECT jsonb_agg(jsonb_build_object('n', f.n, 'payload', f.payload) ORDER BY f.n)
                           FROM eli4u.legal_delivery_fact f WHERE f.delivery_id = d.id) AS facts
       FROM eli4u.legal_delivery d WHERE d.procedure_id = $1`,
    [procedure],
  );
  for (const row of rows) {
    const { id, facts } = rowSchema.parse(row);
    const emptied = facts.map(({ n, payload }) => ({ n, payload: emptiedFact(payload) }));
    await client.query(
      `UPDATE eli4u.legal_delivery_fact f SET payload = t.payload FROM jsonb_to_recordset($2) AS t (n integer, payload jsonb)
        WHERE f.delivery_id = $1 AND f.n = t.n AND f.payload <> t.payload`,
      [id, JSON.stringify(emptied)],
    );
    const delivery = emptied.reduce<Delivery | null>((before, { payload }) => evolveDelivery(before, payload), null);
    await client.query(
      `UPDATE eli4u.legal_delivery SET addressee = $2, agent_id = NULL, document = $3, task = NULL, task_from = NULL, next_at = NULL, problem = NULL WHERE id = $1`,
      [id, JSON.stringify({ name: emptiedWord, address: null }), JSON.stringify(delivery)],
    );
  }
}

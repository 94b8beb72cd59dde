import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { z } from 'zod';
import { evolve } from '#lib/procedures/cases/evolve.ts';
import { procedureSchema, type Procedure } from '#lib/procedures/cases/procedure.ts';
import { deliveryFactSchema, deliverySchema, type Delivery } from '#lib/procedures/delivery/delivery.ts';
import { evolveDelivery } from '#lib/procedures/delivery/evolve-delivery.ts';
import { eventsAfter } from '#lib/store/procedures/stored-events.ts';
import type { Check } from './verify-keeping.ts';

/** What must hold between deliveries and the cases whose terms hang on them. */
export const deliveryChecks: readonly Check[] = [
  {
    says: 'every act that was delivered has its receipt in its case, on the same day, once',
    sql: `SELECT d.procedure_id || ' ' || d.id AS id FROM eli4u.legal_delivery d WHERE d.state = 'delivered' AND 1 <> (
            SELECT count(*) FROM eli4u.procedure p, jsonb_array_elements(p.document->'notices') n, jsonb_array_elements(n->'receipts') r
             WHERE p.id = d.procedure_id AND (n->>'n')::integer = d.notice AND r->>'delivery' = d.id::text AND (r->>'on')::date = d.received_on) LIMIT 20`,
  },
  {
    says: 'no receipt in a case without its delivery',
    sql: `SELECT e.procedure_id || ' ' || e.n AS id FROM eli4u.procedure_event e WHERE e.kind = 'actDelivered' AND NOT EXISTS (
            SELECT FROM eli4u.legal_delivery d WHERE d.id::text = e.payload->>'delivery' AND d.procedure_id = e.procedure_id) LIMIT 20`,
  },
];

const rowSchema = z.object({
  id: z.string(),
  procedure: z.string(),
  document: deliverySchema,
  facts: z.array(deliveryFactSchema),
});

/** More events than a case ever has. */
const everyEvent = 1_000_000;

/** Deliveries that are not the fold of their facts, and cases with deliveries that are not the fold of their events; at most 20. */
export async function unfoldedDeliveries(pool: pg.Pool): Promise<string[]> {
  const wrong: string[] = [];
  const looked = new Set<string>();
  for (let after = '0'; wrong.length < 20;) {
    const { rows } = await pool.query(
      `SELECT d.id::text, d.procedure_id AS procedure, d.document,
              (SELECT jsonb_agg(f.payload ORDER BY f.n) FROM eli4u.legal_delivery_fact f WHERE f.delivery_id = d.id) AS facts
         FROM eli4u.legal_delivery d WHERE d.id > $1 ORDER BY d.id LIMIT 500`,
      [after],
    );
    for (const row of rows) {
      const { id, procedure, document, facts } = rowSchema.parse(row);
      const folded = facts.reduce<Delivery | null>(evolveDelivery, null);
      if (!isDeepStrictEqual(folded, document)) wrong.push(`delivery ${id}`);
      if (!looked.has(procedure) && !(await isFold(pool, procedure))) wrong.push(procedure);
      looked.add(procedure);
    }
    const last: { id: string } | undefined = rows.at(-1);
    if (!last) break;
    after = last.id;
  }
  return wrong.slice(0, 20);
}

async function isFold(pool: pg.Pool, id: string): Promise<boolean> {
  const events = await eventsAfter(pool, id, 0, everyEvent);
  const folded = events.reduce<Procedure | null>((before, { event }) => evolve(before, event), null);
  const { rows } = await pool.query<{ document: unknown }>('SELECT document FROM eli4u.procedure WHERE id = $1', [id]);
  // As it would be stored: what is absent is not there.
  return isDeepStrictEqual(
    procedureSchema.parse(JSON.parse(JSON.stringify(folded))),
    procedureSchema.parse(rows[0]?.document),
  );
}

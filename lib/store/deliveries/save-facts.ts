import type pg from 'pg';
import type { Day } from '#lib/procedures/day.ts';
import { deliverySchema, type Delivery, type DeliveryFact } from '#lib/procedures/delivery/delivery.ts';
import { deliveryTask } from '#lib/procedures/delivery/delivery-task.ts';
import { evolveDelivery } from '#lib/procedures/delivery/evolve-delivery.ts';

/** Who says it, when. */
export interface Speaker {
  /** As the audit names them. */
  by: string;
  at: Date;
  /** The day it is in Italy. */
  on: Day;
}

/** Name and address of who the act goes to, as they were used. */
export interface Addressee {
  name: string;
  /** PEC address, or postal address in one line; null where it is handed over. */
  address: string | null;
  /** The same in its parts, as SEND wants it. */
  postal?: PostalAddress | undefined;
}

export interface PostalAddress {
  street: string;
  zip: string;
  municipality: string;
  province: string;
}

export interface NewDelivery {
  procedure: string;
  addressee: Addressee;
  /** SEND is asked from then on. */
  nextAt: Date | null;
}

/** A delivery, held until the transaction ends. */
export interface HeldDelivery {
  id: string;
  procedure: string;
  preparedOn: Day;
  delivery: Delivery;
}

/** Writes a delivery that begins; its first fact is how it is prepared. */
export async function saveNew(
  client: pg.ClientBase,
  { procedure, addressee, nextAt }: NewDelivery,
  fact: Extract<DeliveryFact, { kind: 'prepared' }>,
  speaker: Speaker,
): Promise<HeldDelivery> {
  const delivery = evolveDelivery(null, fact);
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO eli4u.legal_delivery (procedure_id, notice, channel, state, version, agent_id, addressee, record_id, message_id, prepared_on, next_at, document, changed_at)
     VALUES ($1, $2, $3, 'prepared', 1, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id::text`,
    [
      procedure,
      fact.notice,
      fact.carrier.channel,
      fact.agent,
      JSON.stringify(addressee),
      fact.act,
      fact.carrier.channel === 'pec' ? fact.carrier.messageId : null,
      speaker.on,
      nextAt,
      JSON.stringify(delivery),
      speaker.at,
    ],
  );
  const held = { id: rows[0]?.id ?? '', procedure, preparedOn: speaker.on, delivery };
  await insertFacts(client, held, [fact], 1, speaker);
  await saveColumns(client, held, speaker);
  return held;
}

/** Further facts of a delivery that is held, with what follows from them. */
export async function saveFacts(
  client: pg.ClientBase,
  held: HeldDelivery,
  facts: readonly DeliveryFact[],
  speaker: Speaker,
): Promise<HeldDelivery> {
  if (facts.length === 0) return held;
  const delivery = facts.reduce<Delivery>(evolveDelivery, held.delivery);
  const next = { ...held, delivery };
  await insertFacts(client, held, facts, held.delivery.version + 1, speaker);
  await saveColumns(client, next, speaker);
  return next;
}

async function insertFacts(
  client: pg.ClientBase,
  { id, procedure }: HeldDelivery,
  facts: readonly DeliveryFact[],
  first: number,
  { by, at, on }: Speaker,
): Promise<void> {
  const rows = facts.map((fact, i) => ({ n: first + i, kind: fact.kind, payload: fact }));
  await client.query(
    `WITH said AS (SELECT * FROM json_to_recordset($1) AS t (n integer, kind text, payload jsonb)),
          kept AS (INSERT INTO eli4u.legal_delivery_fact (delivery_id, n, at, on_day, by, kind, payload)
                   SELECT $2::bigint, n, $3, $4, $5, kind, payload FROM said)
     INSERT INTO eli4u.audit_event (at, actor, action, subject_id, details)
     SELECT $3, $5, 'delivery.' || kind, $6, jsonb_build_object('delivery', $2::text, 'n', n) FROM said ORDER BY n`,
    [JSON.stringify(rows), id, at, on, by, procedure],
  );
}

async function saveColumns(
  client: pg.ClientBase,
  { id, preparedOn, delivery }: HeldDelivery,
  { at }: Speaker,
): Promise<void> {
  const task = deliveryTask(delivery, preparedOn);
  const over = delivery.state === 'delivered' || delivery.state === 'failed';
  await client.query(
    `UPDATE eli4u.legal_delivery SET state = $2, version = $3, sent_on = $4, received_on = $5, task = $6, task_from = $7, document = $8, changed_at = $9,
       next_at = CASE WHEN $10 THEN NULL ELSE next_at END WHERE id = $1`,
    [
      id,
      delivery.state,
      delivery.version,
      delivery.sentOn,
      delivery.state === 'delivered' ? delivery.end.on : null,
      task?.task ?? null,
      task?.from ?? null,
      JSON.stringify(delivery),
      at,
      over,
    ],
  );
}

/** A delivery of a case, held until the transaction ends; the case is locked before, so that nobody waits for another in a circle. */
export async function holdDelivery(client: pg.ClientBase, procedure: string, id: string): Promise<HeldDelivery | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const { rows } = await client.query<{ preparedOn: Day; document: unknown }>(
    `SELECT prepared_on AS "preparedOn", document FROM eli4u.legal_delivery WHERE id = $1 AND procedure_id = $2 FOR UPDATE`,
    [id, procedure],
  );
  const [row] = rows;
  return row ? { id, procedure, preparedOn: row.preparedOn, delivery: deliverySchema.parse(row.document) } : null;
}

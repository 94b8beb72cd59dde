import type pg from 'pg';
import { z } from 'zod';
import type { Reach } from '#lib/access/reach.ts';
import { type Day, daySchema } from '#lib/procedures/day.ts';
import { type DeliveryChannel, deliveryChannels } from '#lib/procedures/delivery/channels.ts';
import {
  deliveryFactSchema,
  deliverySchema,
  type Delivery,
  type DeliveryFact,
} from '#lib/procedures/delivery/delivery.ts';
import { deliveryTasks, type DeliveryTask } from '#lib/procedures/delivery/delivery-task.ts';
import { Bound, withinReach } from '#lib/store/procedures/reach-sql.ts';

/** A delivery of a case as its pages show it. */
export interface DeliveryView {
  id: string;
  delivery: Delivery;
  addressee: { name: string; address: string | null };
  /** Title of the act's document. */
  actTitle: string;
  preparedOn: Day;
  /** What is to be done about it today. */
  task: DeliveryTask | null;
  /** When SEND is expected to have effect. */
  expectedOn: Day | null;
  /** Why a message or a request has not gone yet. */
  problem: string | null;
  facts: { n: number; on: Day; by: string; fact: DeliveryFact }[];
}

const viewSchema = z.object({
  id: z.string(),
  document: deliverySchema,
  addressee: z.object({ name: z.string(), address: z.string().nullable() }),
  actTitle: z.string(),
  preparedOn: daySchema,
  task: z.enum(deliveryTasks).nullable(),
  taskFrom: daySchema.nullable(),
  expectedOn: daySchema.nullable(),
  problem: z.string().nullable(),
  facts: z.array(z.object({ n: z.int(), on: daySchema, by: z.string(), fact: deliveryFactSchema })),
});

/** Most deliveries of one case that a page shows. */
const mostShown = 200;

/** The deliveries of a case in the order in which they were begun, each with all that happened to it. */
export async function deliveriesOf(pool: pg.Pool, procedure: string, today: Day): Promise<DeliveryView[]> {
  if (procedure.includes('\0')) return [];
  const { rows } = await pool.query(
    `SELECT d.id::text, d.document, d.addressee, r.title AS "actTitle", d.prepared_on AS "preparedOn", d.task, d.task_from AS "taskFrom",
            d.expected_on AS "expectedOn", coalesce(d.problem, m.reason) AS problem,
            (SELECT jsonb_agg(jsonb_build_object('n', f.n, 'on', f.on_day, 'by', f.by, 'fact', f.payload) ORDER BY f.n)
               FROM eli4u.legal_delivery_fact f WHERE f.delivery_id = d.id) AS facts
       FROM eli4u.legal_delivery d JOIN eli4u.record r ON r.id = d.record_id
       LEFT JOIN eli4u.mail_message m ON m.direction = 'out' AND m.message_id = d.message_id AND m.state = 'toSend'
      WHERE d.procedure_id = $1 ORDER BY d.id LIMIT ${mostShown}`,
    [procedure],
  );
  return rows.map((row) => {
    const { document, taskFrom, task, ...view } = viewSchema.parse(row);
    return { ...view, delivery: document, task: taskFrom !== null && taskFrom <= today ? task : null };
  });
}

/** Something that the office must do about a delivery. */
export interface DeliveryTaskLine {
  id: string;
  procedure: string;
  /** Of the case; names no person. */
  title: string;
  type: { code: string; version: number };
  /** Place in the graph that the act is about. */
  about: string;
  channel: DeliveryChannel;
  addressee: string;
  task: DeliveryTask;
  from: Day;
  delivery: Delivery;
}

const lineSchema = z.object({
  id: z.string(),
  procedure: z.string(),
  title: z.string(),
  code: z.string(),
  version: z.int(),
  about: z.string().nullable(),
  channel: z.enum(deliveryChannels),
  addressee: z.string(),
  task: z.enum(deliveryTasks),
  from: daySchema,
  document: deliverySchema,
});

const page = 50;

/** What waits for the office within reach, what has waited longest first; a page at a time. */
export async function deliveryTasksOf(
  pool: pg.Pool,
  reach: Reach,
  today: Day,
  after?: string,
): Promise<{ lines: DeliveryTaskLine[]; next: string | null }> {
  const bound = new Bound();
  const [, day, id] = /^(\d{4}-\d{2}-\d{2})\.(\d{1,18})$/.exec(after ?? '') ?? [];
  const past = day && id ? `AND (d.task_from, d.id) > (${bound.bind(day, 'date')}, ${bound.bind(id, 'bigint')})` : '';
  const { rows } = await pool.query(
    `SELECT d.id::text, p.id AS procedure, p.title, p.type_code AS code, p.type_version AS version, d.channel, d.addressee->>'name' AS addressee,
            (SELECT n->>'about' FROM jsonb_array_elements(p.document->'notices') n WHERE (n->>'n')::integer = d.notice) AS about,
            d.task, d.task_from AS "from", d.document
       FROM eli4u.legal_delivery d JOIN eli4u.procedure p ON p.id = d.procedure_id
      WHERE d.task IS NOT NULL AND d.task_from <= ${bound.bind(today, 'date')} ${past} AND ${withinReach(reach, bound)}
      ORDER BY d.task_from, d.id LIMIT ${page + 1}`,
    bound.values,
  );
  const lines = rows.slice(0, page).map((row): DeliveryTaskLine => {
    const { code, version, document, about, ...line } = lineSchema.parse(row);
    return { ...line, about: about ?? '', type: { code, version }, delivery: document };
  });
  const last = rows.length > page ? lines.at(-1) : undefined;
  return { lines, next: last ? `${last.from}.${last.id}` : null };
}

/** How many wait, up to a hundred. */
export async function countDeliveryTasks(pool: pg.Pool, reach: Reach, today: Day): Promise<number> {
  const bound = new Bound();
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM (SELECT FROM eli4u.legal_delivery d JOIN eli4u.procedure p ON p.id = d.procedure_id
      WHERE d.task IS NOT NULL AND d.task_from <= ${bound.bind(today, 'date')} AND ${withinReach(reach, bound)} LIMIT 100) t`,
    bound.values,
  );
  return rows[0]?.n ?? 0;
}

import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { SendFailure, type SendClient, type SendTimeline } from '#lib/send-platform/send-client.ts';
import type { FailureReason, Said } from '#lib/procedures/delivery/delivery.ts';
import { sendEffectiveOn } from '#lib/procedures/delivery/send-effect.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { readDocument } from '#lib/store/documents/read.ts';
import { officeCalendar } from '#lib/store/procedures/columns-of.ts';
import type { Desk } from '#lib/store/procedures/desk.ts';
import { findIdentities } from '#lib/store/procedures/find-identities.ts';
import { say } from './say.ts';

const minute = 60_000;
/** Between looks at a request that SEND looks at, and at a notice on its way. */
const whileLookedAt = 5 * minute;
const onItsWay = 60 * minute;

const rowSchema = z.object({
  id: z.string(),
  procedure: z.string(),
  agent: z.string().nullable(),
  kind: z.string().nullable(),
  addressee: z.object({
    name: z.string(),
    postal: z
      .object({ street: z.string(), zip: z.string(), municipality: z.string(), province: z.string() })
      .optional(),
  }),
  requestId: z.string().nullable(),
  iun: z.string().nullable(),
  attempts: z.int(),
  sent: z.boolean(),
  storageKey: z.string(),
  protocol: z.string(),
});
type Row = z.infer<typeof rowSchema>;

/**
 * One delivery by SEND that is due: put in, or asked about. At least once: each request bears the delivery's own token, by which SEND knows
 * that it has it already.
 */
export async function tendOneSend(desk: Desk, client: SendClient): Promise<boolean> {
  const row = await takeDue(desk);
  if (!row) return false;
  try {
    if (row.requestId === null) await putIn(desk, client, row);
    else if (row.iun === null) await askStatus(desk, client, row, row.requestId);
    else await askTimeline(desk, client, row, row.iun);
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error;
    if (error.forGood && row.requestId === null) await failed(desk, row, 'refusedByPlatform', error.message);
    else await later(desk, row, Math.min(2 ** row.attempts, 60) * minute, error.message);
  }
  return true;
}

/** Taken for a while: another worker, or this one after a crash, comes to it later. */
async function takeDue(desk: Desk): Promise<Row | null> {
  const now = desk.now();
  const { rows } = await desk.pool.query(
    `UPDATE eli4u.legal_delivery d SET next_at = $2, attempts = d.attempts + 1
       FROM eli4u.document f, eli4u.legal_delivery o LEFT JOIN eli4u.agent a ON a.id = o.agent_id
      WHERE o.id = d.id AND f.record_id = d.record_id
        AND d.id = (SELECT id FROM eli4u.legal_delivery WHERE next_at <= $1 ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING d.id::text, d.procedure_id AS procedure, d.agent_id AS agent, a.kind, d.addressee, d.request_id AS "requestId", d.iun, o.attempts,
        d.sent_on IS NOT NULL AS sent, f.storage_key AS "storageKey", f.protocol_number || '/' || f.protocol_year AS protocol`,
    [now, new Date(now.getTime() + 10 * minute)],
  );
  return rows[0] ? rowSchema.parse(rows[0]) : null;
}

async function putIn(desk: Desk, client: SendClient, row: Row): Promise<void> {
  const identity = (await findIdentities(desk.pool, row.procedure, { kind: 'system' }, null)).find(
    ({ agent }) => agent === row.agent,
  );
  const { postal, name } = row.addressee;
  if (!identity?.taxCode || !postal)
    return failed(desk, row, 'refusedByPlatform', 'manca il codice fiscale o l’indirizzo');
  const { name: office, taxCode } = desk.types.comune();
  const requestId = await client.request({
    idempotenceToken: `eli4u-${row.id}`,
    protocolNumber: row.protocol,
    subject: `Comunicazione del ${office.it}, prot. ${row.protocol}`.slice(0, 134),
    sender: { name: office.it, taxCode },
    recipient: {
      kind: row.kind === 'person' ? 'PF' : 'PG',
      taxCode: identity.taxCode,
      name,
      pec: identity.contacts.pec ?? null,
      address: postal,
    },
    document: { title: 'Atto', bytes: await buffer(readDocument(desk.dataDir, row.storageKey)) },
  });
  await desk.pool.query('UPDATE eli4u.legal_delivery SET request_id = $2 WHERE id = $1', [row.id, requestId]);
  await again(desk, row, minute);
}

async function askStatus(desk: Desk, client: SendClient, row: Row, requestId: string): Promise<void> {
  const status = await client.status(requestId);
  if (status.kind === 'refused') return failed(desk, row, 'refusedByPlatform', status.why);
  if (status.kind === 'waiting') return again(desk, row, whileLookedAt);
  await desk.pool.query('UPDATE eli4u.legal_delivery SET iun = $2 WHERE id = $1', [row.id, status.iun]);
  await askTimeline(desk, client, row, status.iun);
}

async function askTimeline(desk: Desk, client: SendClient, row: Row, iun: string): Promise<void> {
  const timeline = await client.timeline(iun);
  for (const said of saidBy(timeline, iun)) await tell(desk, row, said);
  await noteExpected(desk, row, timeline);
  await again(desk, row, onItsWay);
}

/** The dates of perfezionamento (D.L. 76/2020 art. 26 c. 9): for the Comune, and the earlier of two for the addressee. */
function saidBy({ acceptedAt, viewedAt, effectiveAt, ended }: SendTimeline, iun: string): Said[] {
  const day = (at: string) => romeDay(new Date(at));
  const source = (what: string) => ({ by: 'platform' as const, id: `${iun} ${what}` });
  const said: Said[] = [];
  if (acceptedAt)
    said.push({ kind: 'dispatched', on: day(acceptedAt), number: iun, source: source('REQUEST_ACCEPTED') });
  const viewedFirst = viewedAt !== null && (effectiveAt === null || new Date(viewedAt) <= new Date(effectiveAt));
  const at = viewedFirst ? viewedAt : effectiveAt;
  if (at) {
    const [way, what] = viewedFirst
      ? (['sendViewed', 'NOTIFICATION_VIEWED'] as const)
      : (['sendEffective', 'REFINEMENT'] as const);
    const on = day(at);
    said.push({ kind: 'arrived', on, arrival: { way, on }, evidence: null, source: source(what) });
  }
  return said.length > 0 && at ? said : [...said, ...endedBy(ended, acceptedAt, iun)];
}

function endedBy(ended: SendTimeline['ended'], acceptedAt: string | null, iun: string): Said[] {
  if (!ended || !acceptedAt) return [];
  const reason: FailureReason = ended === 'cancelled' ? 'cancelled' : 'unreachable';
  const on = romeDay(new Date(acceptedAt));
  return [
    { kind: 'failed', on, reason, detail: null, evidence: null, source: { by: 'platform', id: `${iun} ${ended}` } },
  ];
}

/** What to expect until SEND says it. Between nine in the evening and seven in the morning the days run from the next one. */
async function noteExpected(desk: Desk, { id }: Row, { notice, effectiveAt, viewedAt }: SendTimeline): Promise<void> {
  if (!notice || effectiveAt || viewedAt) return;
  const at = new Date(notice.at);
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Rome', hour: '2-digit', hourCycle: 'h23' }).format(at),
  );
  const calendar = officeCalendar(desk.types.calendar(), desk.types.comune().office);
  // After midnight the day that it is already is the next one.
  const told = { by: notice.by, on: romeDay(at), late: hour >= 21 };
  const on = sendEffectiveOn(told, null, desk.types.law(), calendar);
  if (typeof on === 'string')
    await desk.pool.query('UPDATE eli4u.legal_delivery SET expected_on = $2 WHERE id = $1', [id, on]);
}

const tell = (desk: Desk, { id, procedure }: Row, said: Said) =>
  say(desk, { procedure, delivery: id, reach: { kind: 'all' }, actor: { kind: 'system' }, said });

async function failed(desk: Desk, row: Row, reason: FailureReason, detail: string): Promise<void> {
  const source = { by: 'platform' as const, id: `request ${row.id} ${reason}` };
  await tell(desk, row, {
    kind: 'failed',
    on: romeDay(desk.now()),
    reason,
    detail: detail.slice(0, 1000),
    evidence: null,
    source,
  });
}

/** It answered: it is asked again, unless the delivery has had its end meanwhile. */
async function again(desk: Desk, { id }: Row, after: number): Promise<void> {
  await desk.pool.query(
    `UPDATE eli4u.legal_delivery SET attempts = 0, problem = NULL, next_at = CASE WHEN state IN ('prepared', 'sent') THEN $2::timestamptz END WHERE id = $1`,
    [id, new Date(desk.now().getTime() + after)],
  );
}

async function later(desk: Desk, { id }: Row, after: number, problem: string): Promise<void> {
  await desk.pool.query('UPDATE eli4u.legal_delivery SET next_at = $2, problem = $3 WHERE id = $1', [
    id,
    new Date(desk.now().getTime() + after),
    problem.slice(0, 1000),
  ]);
}

import type pg from 'pg';
import type { Reach } from '#lib/access/reach.ts';
import type { DeliveryChannel } from '#lib/procedures/delivery/channels.ts';
import type { Carrier } from '#lib/procedures/delivery/delivery.ts';
import { coversOf } from '#lib/procedures/cases/notices.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { actorName, type Actor } from '#lib/store/procedures/actor.ts';
import type { Desk } from '#lib/store/procedures/desk.ts';
import { inTransaction, type Outcome } from '#lib/store/procedures/in-transaction.ts';
import { lockCase } from '#lib/store/procedures/lock-case.ts';
import { queueMessage, type MessageToSend } from '#lib/store/protocol/mail-out.ts';
import { composeRegistration } from '#lib/store/protocol/send-registration.ts';
import { digitalDomicileOf } from './digital-domicile.ts';
import { saveNew, type Addressee, type HeldDelivery, type PostalAddress } from './save-facts.ts';
import { supersedeFailed } from './supersede-failed.ts';

/** By what somebody wants an act delivered. */
export type Way =
  /** `to` null: the digital domicile that the party gave. */
  | { channel: 'pec'; to: string | null; text: string; from: string }
  | { channel: 'post'; service: 'ordinary' | 'judicial'; address: string }
  | { channel: 'hand' }
  | { channel: 'send'; address: PostalAddress };

export interface PrepareRequest {
  procedure: string;
  reach: Reach;
  actor: Actor;
  /** Number of the event that said that the act must be communicated. */
  notice: number;
  /** A party, or the name of a body outside. */
  to: { agent: string } | { name: string };
  /** The act: a document of the fascicolo that is registered as outgoing. */
  act: string;
  way: Way;
}

/** Why nothing was prepared. */
export type NotPrepared =
  | 'unknown'
  | 'noNotice'
  | 'notAddressee'
  /** The document is none of the case, or not registered as outgoing. */
  | 'notRegistered'
  /** The same addressee has it, or is being sent it by the same channel. */
  | 'received'
  | 'underWay'
  /** No digital domicile is known. */
  | 'noDomicile'
  /** SEND takes PDF only. */
  | 'notPdf';
export type Prepared = { kind: 'prepared'; held: HeldDelivery } | { kind: 'refused'; why: NotPrepared };

const refused = (why: NotPrepared): Prepared => ({ kind: 'refused', why });

/** Begins a delivery: what goes by PEC is composed and in the queue of the protocol with it, in one transaction. */
export async function prepareDelivery(desk: Desk, request: PrepareRequest): Promise<Prepared> {
  const act = await registeredAct(desk.pool, request);
  if (!act) return refused('notRegistered');
  if (request.way.channel === 'send' && act.format !== 'pdf') return refused('notPdf');
  const found = await addresseeOf(desk.pool, request);
  if (!found) return refused('notAddressee');
  const address = await addressOf(desk.pool, request);
  if (address === undefined) return refused('noDomicile');
  const { way } = request;
  const postal = way.channel === 'send' ? way.address : undefined;
  const message =
    way.channel === 'pec'
      ? await composeRegistration(desk, act, { from: way.from, to: [address ?? ''], text: way.text })
      : null;
  if (way.channel === 'pec' && !message) return refused('notRegistered');
  return inTransaction(desk.pool, (client) =>
    prepareIn(client, desk, request, { name: found, address, postal }, message),
  );
}

async function prepareIn(
  client: pg.ClientBase,
  desk: Desk,
  request: PrepareRequest,
  addressee: Addressee,
  message: MessageToSend | null,
): Promise<Outcome<Prepared>> {
  const undone = (why: NotPrepared) => ({ keep: false, value: refused(why) });
  const locked = await lockCase(client, request.procedure, request.reach);
  if (!locked) return undone('unknown');
  const { procedure } = locked;
  const notice = procedure.notices.find(({ n }) => n === request.notice);
  if (!notice) return undone('noNotice');
  const agent = 'agent' in request.to ? request.to.agent : null;
  const covers = agent === null ? [] : coversOf(procedure.filing.parties, notice.whom, agent);
  if (agent !== null && covers.length === 0) return undone('notAddressee');
  if (agent === null && notice.whom !== 'otherBodies') return undone('notAddressee');
  if (hasIt(notice, covers)) return undone('received');
  const { channel } = request.way;
  if (await isUnderWay(client, request, agent, addressee.name, channel)) return undone('underWay');
  const at = new Date(Math.max(desk.now().getTime(), locked.changedAt.getTime()));
  const speaker = { by: actorName(request.actor), at, on: romeDay(at) };
  const held = await saveNew(
    client,
    { procedure: procedure.id, addressee, nextAt: channel === 'send' ? at : null },
    { kind: 'prepared', notice: notice.n, carrier: carrierOf(request.way, message), agent, covers, act: request.act },
    speaker,
  );
  if (message) await queueMessage(client, message, at);
  await supersedeFailed(client, held, speaker);
  return { keep: true, value: { kind: 'prepared', held } };
}

const hasIt = ({ receipts }: Procedure['notices'][number], covers: readonly string[]): boolean =>
  covers.length > 0 && covers.every((agent) => receipts.some((receipt) => receipt.covers.includes(agent)));

async function isUnderWay(
  client: pg.ClientBase,
  { procedure, notice }: PrepareRequest,
  agent: string | null,
  name: string,
  channel: DeliveryChannel,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM eli4u.legal_delivery WHERE procedure_id = $1 AND notice = $2 AND channel = $5 AND state IN ('prepared', 'sent')
        AND CASE WHEN $3::text IS NULL THEN addressee->>'name' = $4 ELSE agent_id = $3 END LIMIT 1`,
    [procedure, notice, agent, name, channel],
  );
  return Boolean(rowCount);
}

function carrierOf(way: Way, message: MessageToSend | null): Carrier {
  if (way.channel === 'pec') return { channel: 'pec', messageId: message?.messageId ?? '' };
  return way.channel === 'post' ? { channel: 'post', service: way.service } : { channel: way.channel };
}

async function registeredAct(pool: pg.Pool, { procedure, act }: PrepareRequest) {
  if (act.includes('\0')) return null;
  const { rows } = await pool.query<{ register: string; year: number; number: number; format: string }>(
    `SELECT d.protocol_register AS register, d.protocol_year AS year, d.protocol_number AS number, d.format
       FROM eli4u.procedure_document o JOIN eli4u.document d USING (record_id)
      WHERE o.procedure_id = $1 AND o.record_id = $2 AND d.flow = 'out' AND d.protocol_number IS NOT NULL AND d.destroyed_at IS NULL`,
    [procedure, act],
  );
  return rows[0] ?? null;
}

/** What the addressee is called; null where they are no party. */
async function addresseeOf(pool: pg.Pool, { procedure, to }: PrepareRequest): Promise<string | null> {
  if ('name' in to) return to.name;
  const { rows } = await pool.query<{ name: string }>(
    `SELECT a.authorised_name AS name FROM eli4u.procedure_party p JOIN eli4u.agent a ON a.id = p.agent_id WHERE p.procedure_id = $1 AND p.agent_id = $2 LIMIT 1`,
    [procedure, to.agent],
  );
  return rows[0]?.name ?? null;
}

/** Where it goes; undefined where a digital domicile is wanted and none is known. */
async function addressOf(
  pool: pg.Pool,
  { procedure, to, way, actor }: PrepareRequest,
): Promise<string | null | undefined> {
  if (way.channel === 'hand') return null;
  if (way.channel === 'post') return way.address;
  if (way.channel === 'send') {
    const { street, zip, municipality, province } = way.address;
    return `${street}, ${zip} ${municipality} (${province})`;
  }
  if (way.to !== null) return way.to;
  return 'agent' in to ? ((await digitalDomicileOf(pool, procedure, to.agent, actor)) ?? undefined) : undefined;
}

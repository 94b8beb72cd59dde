import { z } from 'zod';
import { failureOf } from '#lib/mail/failed-delivery.ts';
import type { Said } from '#lib/procedures/delivery/delivery.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import type { Desk } from '#lib/store/procedures/desk.ts';
import { say } from './say.ts';

const key = 'delivery_receipts';
const placeSchema = z.object({ after: z.string().regex(/^\d+$/) });
const batch = 500;

interface ReceiptRow {
  id: string;
  receipt: string | null;
  reason: string | null;
  recipients: { certified?: boolean }[];
  at: string;
  delivery: string | null;
  procedure: string | null;
}

/**
 * Receipts of PEC that have come since the last look, each to the delivery that it is about; and messages that could not be sent. From the place
 * reached, which survives a restart; heard twice a receipt is one, so that a crash between the two repeats nothing.
 * @returns how many said something of a delivery
 */
export async function hearReceipts(desk: Desk, signal?: AbortSignal): Promise<number> {
  let heard = await hearUnsent(desk);
  for (let after = await placeReached(desk); !signal?.aborted;) {
    const { rows } = await desk.pool.query<ReceiptRow>(
      `SELECT r.id::text, r.receipt, r.reason, r.recipients, coalesce(r.sent_at, r.noted_at) AS at, d.id::text AS delivery, d.procedure_id AS procedure
         FROM eli4u.mail_message r LEFT JOIN eli4u.legal_delivery d ON d.message_id = r.about
        WHERE r.id > $1 AND r.direction = 'in' AND r.kind = 'receipt' ORDER BY r.id LIMIT ${batch}`,
      [after],
    );
    for (const row of rows) for (const said of saidBy(row)) if (await tell(desk, row, said)) heard++;
    const last = rows.at(-1);
    if (!last) return heard;
    after = last.id;
    await desk.pool.query(
      `INSERT INTO eli4u.setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = now()`,
      [key, JSON.stringify({ after })],
    );
  }
  return heard;
}

async function placeReached({ pool }: Desk): Promise<string> {
  const { rows } = await pool.query<{ value: unknown }>('SELECT value FROM eli4u.setting WHERE key = $1', [key]);
  return rows[0] ? placeSchema.parse(rows[0].value).after : '0';
}

async function tell(desk: Desk, { delivery, procedure }: ReceiptRow, said: Said): Promise<boolean> {
  if (delivery === null || procedure === null) return false;
  const result = await say(desk, { procedure, delivery, reach: { kind: 'all' }, actor: { kind: 'system' }, said });
  return result.kind === 'noted' || result.kind === 'contradicted';
}

/** What a receipt says; of one for an address that has no PEC there will be no other, so its acceptance is the end. */
function saidBy({ id, receipt, reason, recipients, at }: ReceiptRow): Said[] {
  const on = romeDay(new Date(at));
  const source = { by: 'receipt' as const, id: `message ${id}` };
  const failed = (why: ReturnType<typeof failureOf> | 'notCertified', from = source): Said => ({
    kind: 'failed',
    on,
    reason: why,
    detail: reason?.slice(0, 1000) || null,
    evidence: null,
    source: from,
  });
  switch (receipt) {
    case 'accettazione': {
      const dispatched: Said = { kind: 'dispatched', on, number: null, source };
      const ordinary = recipients.length > 0 && recipients.every(({ certified }) => certified === false);
      return ordinary
        ? [dispatched, failed('notCertified', { by: 'receipt', id: `message ${id} address` })]
        : [dispatched];
    }
    case 'avvenuta-consegna':
      return [{ kind: 'arrived', on, arrival: { way: 'pecReceipt', on }, evidence: null, source }];
    case 'non-accettazione':
    case 'errore-consegna':
    case 'rilevazione-virus':
      return [failed(failureOf(receipt, reason))];
    default:
      return [];
  }
}

/** Messages that the sender of mail has given up. */
async function hearUnsent(desk: Desk): Promise<number> {
  const { rows } = await desk.pool.query<{ id: string; procedure: string; message: string; reason: string | null }>(
    `SELECT d.id::text, d.procedure_id AS procedure, m.id::text AS message, m.reason FROM eli4u.legal_delivery d
       JOIN eli4u.mail_message m ON m.direction = 'out' AND m.message_id = d.message_id
      WHERE d.channel = 'pec' AND d.state = 'prepared' AND m.state = 'failed' ORDER BY d.id LIMIT ${batch}`,
  );
  for (const { id, procedure, message, reason } of rows)
    await say(desk, {
      procedure,
      delivery: id,
      reach: { kind: 'all' },
      actor: { kind: 'system' },
      said: {
        kind: 'failed',
        on: romeDay(desk.now()),
        reason: 'notSent',
        detail: reason,
        evidence: null,
        source: { by: 'receipt', id: `message ${message} given up` },
      },
    });
  return rows.length;
}

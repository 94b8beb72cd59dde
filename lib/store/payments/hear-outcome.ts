import type pg from 'pg';
import { PagoPaFailure } from '#lib/pagopa/pagopa-caller.ts';
import type { PagoPaClient } from '#lib/pagopa/pagopa-client.ts';
import { readDigitalStamp, readReceipt } from '#lib/pagopa/receipt-xml.ts';
import { nextAsking, nextAttempt, outcomeProblem, type Outcome } from '#lib/procedures/payments/outcome.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import type { DocumentGate } from '#lib/store/documents/admit.ts';
import type { KeptDocument } from '#lib/store/documents/storage-key.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { iupdOf } from './begin-online.ts';
import { alertOf, notePayment, settleAlert } from './note-payment.ts';
import { paymentColumns, paymentOf, type StoredPayment } from './payment-row.ts';
import { isTaken } from './say-settled.ts';

export interface HearParts {
  pool: pg.Pool;
  now(): Date;
  gate: DocumentGate;
  creditor: () => { taxCode: string };
}

/** What asking the platform came to. */
export type Heard = 'paid' | 'open' | 'expired' | 'notBelieved' | 'away';

/** One notice that is due is asked about; false where none is. */
export async function hearOne(parts: HearParts, pagoPa: PagoPaClient): Promise<boolean> {
  const now = parts.now();
  // Taken for a while: another worker, or this one after a crash, comes to it later.
  const { rows } = await parts.pool.query(
    `UPDATE eli4u.payment y SET next_at = $2 WHERE y.id = (SELECT id FROM eli4u.payment WHERE next_at <= $1 ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING ${paymentColumns}`,
    [now, new Date(now.getTime() + 5 * 60_000)],
  );
  if (!rows[0]) return false;
  await hear(parts, pagoPa, rows[0]);
  return true;
}

/** Milliseconds between two askings that somebody who waits brings about. */
const impatience = 3_000;

/** Somebody came back from Checkout: the platform is asked at once, unless it was a moment ago. */
export async function hearNow(parts: HearParts, pagoPa: PagoPaClient, id: string): Promise<void> {
  const now = parts.now();
  const { rows } = await parts.pool.query(
    `UPDATE eli4u.payment y SET next_at = $2, claimed_at = $3 WHERE y.id = $1 AND y.state = 'noticed' AND (y.claimed_at IS NULL OR y.claimed_at <= $4)
      RETURNING ${paymentColumns}`,
    [id, new Date(now.getTime() + 60_000), now, new Date(now.getTime() - impatience)],
  );
  if (rows[0]) await hear(parts, pagoPa, rows[0]);
}

async function hear(parts: HearParts, pagoPa: PagoPaClient, row: unknown): Promise<Heard> {
  const payment = paymentOf(row);
  try {
    return await heard(parts, pagoPa, payment);
  } catch (error) {
    if (!(error instanceof PagoPaFailure)) throw error;
    await parts.pool.query(
      'UPDATE eli4u.payment SET next_at = $2, attempts = attempts + 1, problem = $3 WHERE id = $1 AND next_at IS NOT NULL',
      [payment.id, nextAttempt(payment.attempts, parts.now()), error.message.slice(0, 1000)],
    );
    return 'away';
  }
}

async function heard(parts: HearParts, pagoPa: PagoPaClient, payment: StoredPayment): Promise<Heard> {
  const noticeNumber = payment.lastNotice ?? '';
  const { taxCode: creditor } = parts.creditor();
  const xml = await askReceipt(pagoPa, payment, noticeNumber, creditor);
  if (xml === 'expired') return expire(parts, payment);
  if (xml === null) return stillOpen(parts, payment);
  const outcome = outcomeIn(payment, xml);
  const { cents, documentHash } = payment;
  const problem = outcome ? outcomeProblem({ cents, noticeNumber, creditor, documentHash }, outcome) : 'unreadable';
  if (!outcome || problem) return notBelieved(parts, payment, problem ?? 'unreadable');
  const admitted = await parts.gate.admitGiven({ bytes: xml }, { by: 'system', about: payment.procedure });
  if (admitted.kind === 'infected') return notBelieved(parts, payment, 'infected');
  if (admitted.kind !== 'admitted') throw new PagoPaFailure('lo scanner dei virus non risponde');
  return paid(parts, payment, outcome, admitted.kept);
}

/** The receipt, as XML; null while nothing is paid. What a position says by itself is believed no more than a return address is. */
async function askReceipt(
  pagoPa: PagoPaClient,
  { iuv }: StoredPayment,
  noticeNumber: string,
  creditor: string,
): Promise<Uint8Array | null | 'expired'> {
  // Digital stamps have no number that we gave.
  if (iuv === null) return pagoPa.stamp(noticeNumber);
  const { kind } = await pagoPa.position(iupdOf(creditor, iuv));
  if (kind === 'expired') return 'expired';
  return kind === 'paid' ? pagoPa.receipt(iuv) : null;
}

/** Null: it is not what a receipt is. */
function outcomeIn({ iuv }: StoredPayment, xml: Uint8Array): Outcome | null {
  try {
    return iuv === null ? readDigitalStamp(xml) : readReceipt(xml);
  } catch {
    return null;
  }
}

async function paid(parts: HearParts, payment: StoredPayment, said: Outcome, kept: KeptDocument): Promise<Heard> {
  const { id, procedure } = payment;
  // Settled otherwise in a request that was sent: paid twice, and somebody has to give one back.
  if (procedure !== null && payment.state !== 'noticed' && payment.state !== 'expired')
    return notBelieved(parts, payment, 'paidBesides');
  const at = parts.now();
  try {
    await inTransaction(parts.pool, async (client) => {
      await client.query(
        `UPDATE eli4u.payment SET state = 'paid', paid_at = $2, receipt_id = $3, psp = $4, hash = $5, bytes = $6, storage_key = $7, next_at = NULL,
           claimed_at = NULL, attempts = 0, problem = NULL, serial = NULL, issued_on = NULL, declared_on = NULL, norm = NULL, words = NULL, changed_at = $8
          WHERE id = $1 AND state <> 'paid'`,
        [id, said.at, said.receiptId, said.psp, kept.sha256, kept.bytes, kept.storageKey, at],
      );
      await settleAlert(client, id, at);
      await notePayment(client, { at, by: 'system', action: 'paid', payment, details: { receiptId: said.receiptId } });
      return { keep: true, value: null };
    });
    return 'paid';
  } catch (error) {
    // A receipt pays once.
    if (isTaken(error, 'payment_receipt_id_key')) return notBelieved(parts, payment, 'receiptUsed');
    throw error;
  }
}

/** Nothing counts as paid; an alert says so, and the platform is asked again in case it was mended there. */
async function notBelieved({ pool, now }: HearParts, payment: StoredPayment, problem: string): Promise<Heard> {
  const at = now();
  await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE eli4u.payment SET problem = $2, next_at = $3, changed_at = $4 WHERE id = $1 AND problem IS DISTINCT FROM $2`,
      [payment.id, problem, new Date(at.getTime() + 6 * 3_600_000), at],
    );
    await alertOf(client, { payment, problem, at });
    if (rowCount) await notePayment(client, { at, by: 'system', action: 'notBelieved', payment, details: { problem } });
    return { keep: true, value: null };
  });
  return 'notBelieved';
}

async function stillOpen(parts: HearParts, payment: StoredPayment): Promise<Heard> {
  const now = parts.now();
  const over = payment.state === 'noticed' && payment.expiresOn < romeDay(now);
  if (over) return expire(parts, payment);
  await parts.pool.query(
    `UPDATE eli4u.payment SET next_at = $2, attempts = 0, problem = NULL WHERE id = $1 AND state <> 'paid'`,
    [payment.id, nextAsking(payment.noticedAt ?? now, now)],
  );
  return 'open';
}

/** Nobody paid in time: another notice can be asked for. */
async function expire({ pool, now }: HearParts, payment: StoredPayment): Promise<Heard> {
  const at = now();
  await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE eli4u.payment SET state = CASE WHEN state = 'noticed' THEN 'expired' ELSE state END, next_at = NULL, claimed_at = NULL, changed_at = $2
        WHERE id = $1 AND state <> 'paid'`,
      [payment.id, at],
    );
    if (rowCount) await notePayment(client, { at, by: 'system', action: 'expired', payment });
    return { keep: true, value: null };
  });
  return 'expired';
}

import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { PagoPaFailure } from '#lib/pagopa/pagopa-caller.ts';
import type { Debtor, PagoPaClient, ReturnUrls } from '#lib/pagopa/pagopa-client.ts';
import { addDays } from '#lib/procedures/day.ts';
import { iuvOf, noticeNumberOf } from '#lib/procedures/payments/notice-number.ts';
import type { Owed } from '#lib/procedures/payments/owed.ts';
import { isPayable, type OnlineWay } from '#lib/procedures/payments/payment.ts';
import { stampedText } from '#lib/procedures/payments/stamped-text.ts';
import { firstInstantOf, romeDay } from '#lib/procedures/rome.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { notePayment } from './note-payment.ts';
import { readPayment } from './find-payments.ts';
import { holdDraftPayment, isHeld, type DraftPaymentPlace, type NotOpen } from './of-draft.ts';
import type { StoredPayment } from './payment-row.ts';

export interface OnlineParts {
  pool: pg.Pool;
  now(): Date;
  /** Null: nothing is paid online here. */
  pagoPa: PagoPaClient | null;
  creditor: () => { taxCode: string; province: string };
}

/** What paying needs beside the payment. */
export interface Paying {
  debtor: Debtor;
  /** What it is for: names nobody. */
  description: string;
  /** Of the payment by its id. */
  returnUrls: (id: string) => ReturnUrls;
}

export type BegunResult =
  | { kind: 'begun'; id: string; checkoutUrl: string }
  /** pagoPA is away or does not take it; nothing is lost, and it can be tried again. */
  | { kind: 'away' }
  /** Online payments are not set up for it. */
  | { kind: 'notOffered' }
  | NotOpen;

/** Days for which a notice can be paid. */
const validDays = 30;
/** Milliseconds after which whoever was asking the platform is held to be gone. */
const claimLasts = 60_000;

/** By which service something is paid: stamps one by one, everything else by a position of debt, where that is set up. */
export const onlineWayOf = (
  { kind }: Pick<Owed, 'kind'>,
  pagoPa: Pick<PagoPaClient, 'positions'> | null,
): OnlineWay | null => (pagoPa === null ? null : kind === 'stampDuty' ? 'eBollo' : pagoPa.positions ? 'pagoPA' : null);

/** Somebody wants to pay online what their draft costs. */
export async function beginOfDraft(parts: OnlineParts, place: DraftPaymentPlace, paying: Paying): Promise<BegunResult> {
  if (!onlineWayOf(place.owed, parts.pagoPa)) return { kind: 'notOffered' };
  const at = parts.now();
  const held = await inTransaction<StoredPayment | NotOpen>(parts.pool, async (client) => {
    const payment = await holdDraftPayment(client, place, at);
    return { keep: isHeld(payment), value: payment };
  });
  return isHeld(held) ? beginOnline(parts, held.id, paying) : held;
}

/**
 * A notice for a payment, one however often and from wherever it is asked, and where it is paid. Whoever comes while another is asking the platform
 * waits for that answer.
 */
export async function beginOnline(parts: OnlineParts, id: string, paying: Paying): Promise<BegunResult> {
  const { pagoPa, pool, now } = parts;
  const until = Date.now() + claimLasts / 4;
  for (;;) {
    const payment = await readPayment(pool, id);
    if (!payment) return { kind: 'unknown' };
    if (!isPayable(payment)) return { kind: 'settled' };
    const way = onlineWayOf(payment, pagoPa);
    if (!pagoPa || !way) return { kind: 'notOffered' };
    try {
      if (payment.state === 'noticed') return await again(parts, pagoPa, payment, paying);
      if (await claim(pool, payment, now())) return await notice(parts, pagoPa, payment, way, paying);
    } catch (error) {
      if (!(error instanceof PagoPaFailure)) throw error;
      await pool.query('UPDATE eli4u.payment SET claimed_at = NULL, problem = $2 WHERE id = $1', [
        id,
        error.message.slice(0, 1000),
      ]);
      return { kind: 'away' };
    }
    if (Date.now() > until) return { kind: 'away' };
    await sleep(250);
  }
}

/** Whether the platform is this caller's to ask. */
async function claim(pool: pg.Pool, { id, state }: StoredPayment, now: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    'UPDATE eli4u.payment SET claimed_at = $2 WHERE id = $1 AND state = $3 AND (claimed_at IS NULL OR claimed_at <= $4)',
    [id, now, state, new Date(now.getTime() - claimLasts)],
  );
  return rowCount === 1;
}

/** The notice is there: of where it is paid a new address, for those of Checkout last some minutes. */
async function again(
  { pool, now }: OnlineParts,
  pagoPa: PagoPaClient,
  payment: StoredPayment & { state: 'noticed' },
  { debtor, description, returnUrls }: Paying,
): Promise<BegunResult> {
  const { id, noticeNumber, cents } = payment;
  const cart = { noticeNumber, cents, description, email: debtor.email, idCart: id, returnUrls: returnUrls(id) };
  const checkoutUrl = await pagoPa.checkout(cart);
  // Somebody is about to pay: the platform is asked as often as when the notice was new.
  await pool.query('UPDATE eli4u.payment SET checkout_url = $2, next_at = least(next_at, $3) WHERE id = $1', [
    id,
    checkoutUrl,
    new Date(now().getTime() + 60_000),
  ]);
  return { kind: 'begun', id, checkoutUrl };
}

async function notice(
  parts: OnlineParts,
  pagoPa: PagoPaClient,
  payment: StoredPayment,
  way: OnlineWay,
  paying: Paying,
): Promise<BegunResult> {
  const at = parts.now();
  const expiresOn = addDays(romeDay(at), validDays);
  const made =
    way === 'eBollo'
      ? await stampNotice(parts, pagoPa, payment, paying)
      : await positionNotice(parts, pagoPa, payment, paying, firstInstantOf(addDays(expiresOn, 1)));
  await inTransaction(parts.pool, async (client) => {
    await client.query(
      `UPDATE eli4u.payment SET state = 'noticed', way = $2, iuv = $3, notice_number = $4, checkout_url = $5, document_hash = $6, noticed_at = $7,
         expires_on = $8, next_at = $9, claimed_at = NULL, attempts = 0, problem = NULL, changed_at = $7 WHERE id = $1`,
      [
        payment.id,
        way,
        made.iuv,
        made.noticeNumber,
        made.checkoutUrl,
        made.documentHash,
        at,
        expiresOn,
        new Date(at.getTime() + 60_000),
      ],
    );
    const by = `citizen:${payment.payer}`;
    await notePayment(client, { at, by, action: 'noticed', payment, details: { noticeNumber: made.noticeNumber } });
    return { keep: true, value: null };
  });
  return { kind: 'begun', id: payment.id, checkoutUrl: made.checkoutUrl };
}

/** What the digital stamp of a payment bears. */
export const fingerprintOf = ({
  id,
  draft,
  procedure,
  fee,
  part,
}: Pick<StoredPayment, 'id' | 'draft' | 'procedure' | 'fee' | 'part'>): string =>
  createHash('sha256')
    .update(stampedText({ form: draft ?? procedure ?? id, fee, part }))
    .digest('base64');

async function stampNotice({ creditor }: OnlineParts, pagoPa: PagoPaClient, payment: StoredPayment, paying: Paying) {
  const documentHash = fingerprintOf(payment);
  const { debtor, returnUrls } = paying;
  const bought = await pagoPa.buyStamp({
    cents: payment.cents,
    documentHash,
    province: creditor().province,
    debtor,
    returnUrls: returnUrls(payment.id),
  });
  return { ...bought, documentHash, iuv: null };
}

/** The numbers are given once and kept before the platform hears of them: an answer that was lost is asked for again, not made again. */
async function positionNotice(
  { pool, creditor }: OnlineParts,
  pagoPa: PagoPaClient,
  payment: StoredPayment,
  { debtor, description, returnUrls }: Paying,
  dueAt: Date,
) {
  const { id, cents } = payment;
  const iuv = payment.state === 'due' && payment.iuv ? payment.iuv : await newIuv(pool, pagoPa, id);
  const noticeNumber = noticeNumberOf(iuv);
  await pagoPa.openPosition({
    iupd: iupdOf(creditor().taxCode, iuv),
    iuv,
    noticeNumber,
    cents,
    description,
    dueAt,
    debtor,
  });
  const cart = { noticeNumber, cents, description, email: debtor.email, idCart: id, returnUrls: returnUrls(id) };
  return { iuv, noticeNumber, checkoutUrl: await pagoPa.checkout(cart), documentHash: null };
}

/** Unique over all creditors, as GPD wants it. */
export const iupdOf = (taxCode: string, iuv: string): string => `${taxCode}-${iuv}`;

async function newIuv(pool: pg.Pool, { positions }: PagoPaClient, id: string): Promise<string> {
  if (!positions) throw new PagoPaFailure('IBAN, codice di segregazione e tassonomia non sono configurati');
  const { rows } = await pool.query<{ base: string }>(`SELECT nextval('eli4u.payment_iuv') AS base`);
  const iuv = iuvOf(positions.segregationCode, Number(rows[0]?.base));
  await pool.query('UPDATE eli4u.payment SET iuv = $2 WHERE id = $1', [id, iuv]);
  return iuv;
}

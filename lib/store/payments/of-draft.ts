import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { isAmountOf, type Owed } from '#lib/procedures/payments/owed.ts';
import { actAsOwner } from '#lib/store/request-drafts/as-owner.ts';
import { paymentColumns, paymentOf, type StoredPayment } from './payment-row.ts';

/** What a payment of a draft is about: who writes it, and which of what it costs. */
export interface DraftPaymentPlace {
  owner: string;
  draft: string;
  owed: Owed;
  cents: number;
}

export type NotOpen = { kind: 'unknown' } | { kind: 'settled' } | { kind: 'otherAmount' };

/**
 * The one payment of a draft for what is owed, made where there is none, and held until the transaction ends. One that was paid is not touched;
 * an amount that the type does not ask is refused.
 */
export async function holdDraftPayment(
  client: pg.ClientBase,
  { owner, draft, owed, cents }: DraftPaymentPlace,
  now: Date,
): Promise<StoredPayment | NotOpen> {
  if (!isAmountOf(owed, cents)) return { kind: 'otherAmount' };
  await actAsOwner(client, owner);
  const open = await client.query('SELECT FROM eli4u.request_draft WHERE id = $1 AND filed_as IS NULL FOR UPDATE', [
    draft,
  ]);
  if (open.rowCount === 0) return { kind: 'unknown' };
  await client.query(
    `INSERT INTO eli4u.payment (id, payer_agent, draft_id, fee, part, kind, moment, cents, state, asked_at, asked_by, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'due', $9, 'citizen:' || $2, $9) ON CONFLICT (draft_id, fee, part) WHERE draft_id IS NOT NULL DO NOTHING`,
    [randomBytes(16).toString('hex'), owner, draft, owed.fee, owed.part, owed.kind, owed.due, cents, now],
  );
  const { rows } = await client.query(
    `SELECT ${paymentColumns} FROM eli4u.payment y WHERE y.draft_id = $1 AND y.fee = $2 AND y.part = $3 FOR UPDATE`,
    [draft, owed.fee, owed.part],
  );
  const payment = paymentOf(rows[0]);
  // Bought and paid for is not changed; what was only said may be said otherwise.
  if (payment.state === 'paid' || payment.state === 'refunded') return { kind: 'settled' };
  if (payment.cents === cents) return payment;
  if (payment.state === 'noticed') return { kind: 'otherAmount' };
  await client.query('UPDATE eli4u.payment SET cents = $2 WHERE id = $1', [payment.id, cents]);
  return { ...payment, cents };
}

export const isHeld = (held: StoredPayment | NotOpen): held is StoredPayment => 'state' in held;

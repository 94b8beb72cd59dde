import type pg from 'pg';
import type { Day } from '#lib/procedures/day.ts';
import type { PaperStamp } from '#lib/procedures/payments/paper-stamp.ts';
import type { StampExemption } from '#lib/procedures/payments/stamp-exemptions.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { notePayment, type PaymentDeed } from './note-payment.ts';
import { holdDraftPayment, isHeld, type DraftPaymentPlace, type NotOpen } from './of-draft.ts';
import { restate, type Restated } from './restate.ts';

export type SaidResult =
  | { kind: 'said' }
  /** The stamp was used for another request: which one is not told. */
  | { kind: 'serialUsed' }
  | NotOpen;

interface Parts {
  pool: pg.Pool;
  now(): Date;
}

/** A stamp on paper, kept and annulled by who declares it (DM 10-11-2011 art. 3 c. 2). One that another request has is refused. */
export const declareStamp = (
  parts: Parts,
  place: DraftPaymentPlace,
  { serial, issuedOn }: PaperStamp,
): Promise<SaidResult> =>
  say(parts, place, { state: 'declared', serial, issuedOn, declaredOn: romeDay(parts.now()) }, 'declared');

/** Who owes no stamp duty says by which norm. */
export const claimExemption = (
  parts: Parts,
  place: DraftPaymentPlace,
  { norm, words }: { norm: StampExemption; words: string },
): Promise<SaidResult> => say(parts, place, { state: 'exempt', norm, words }, 'exempted', { norm });

/** Who paid in another way says when and how; the receipt is among the documents, and the office looks at it. */
export const sayPaid = (
  parts: Parts,
  place: DraftPaymentPlace,
  { paidOn, words }: { paidOn: Day; words: string },
): Promise<SaidResult> => say(parts, place, { state: 'elsewhere', notedOn: paidOn, words }, 'notedElsewhere');

/** What was declared is taken back, as long as the request is not sent: the stamp can be used for another. */
export const withdrawSaid = (parts: Parts, place: DraftPaymentPlace): Promise<SaidResult> =>
  say(parts, place, null, 'withdrawn');

async function say(
  { pool, now }: Parts,
  place: DraftPaymentPlace,
  said: Restated | null,
  action: PaymentDeed['action'],
  details?: PaymentDeed['details'],
): Promise<SaidResult> {
  const at = now();
  try {
    return await inTransaction<SaidResult>(pool, async (client) => {
      const held = await holdDraftPayment(client, place, at);
      if (!isHeld(held)) return { keep: false, value: held };
      const before = held.noticedAt === null ? 'due' : 'noticed';
      await restate(client, held.id, said ?? { state: before }, at);
      await notePayment(client, {
        at,
        by: `citizen:${place.owner}`,
        action,
        payment: held,
        ...(details ? { details } : {}),
      });
      return { keep: true, value: { kind: 'said' } };
    });
  } catch (error) {
    if (isTaken(error, 'payment_serial')) return { kind: 'serialUsed' };
    throw error;
  }
}

/** Whether a statement failed because something unique is there already. */
export const isTaken = (error: unknown, constraint: string): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === '23505' &&
  'constraint' in error &&
  error.constraint === constraint;

import type { Fee, paymentMoments } from '../types/fees.ts';
import type { ProcedureType } from '../types/procedure-type.ts';
import type { Text } from '../types/text.ts';

export type PaymentMoment = (typeof paymentMoments)[number];

/** One stamp on requests and the acts that follow from them, in cents (DPR 642/1972, tariffa art. 3; D.L. 43/2013 art. 7-bis c. 3). */
export const stampCents = 1600;

/** How much: known, one of several by how the case lies, or not to be told here. */
export type OwedAmount =
  | { kind: 'cents'; cents: number }
  | { kind: 'table'; rows: readonly { when: Text; cents: number }[] }
  | { kind: 'open'; said: Text };

/** Something that a request costs at one moment. Of several stamps each is one, for each is bought and used by itself. */
export interface Owed {
  fee: string;
  /** Counts the stamps of a fee from 1. */
  part: number;
  parts: number;
  kind: Fee['kind'];
  label: Text;
  due: PaymentMoment;
  amount: OwedAmount;
}

/** What a type asks to be paid at one moment. */
export const owedAt = (type: ProcedureType, due: PaymentMoment): Owed[] =>
  ('fees' in type ? type.fees : []).filter((fee) => fee.due === due).flatMap(owedBy);

/** What can be settled online here: all, or only stamps, where no other payments are set up. */
export type Settles = 'all' | 'stamps';

/**
 * What must be settled before a request is sent online: what is due with it, of which it is known how much, and which can be settled here. For what
 * cannot the office says how it is paid.
 */
export const owedWithFiling = (type: ProcedureType, settles: Settles = 'all'): Owed[] =>
  owedAt(type, 'withFiling').filter(
    ({ amount, kind }) => amount.kind !== 'open' && (settles === 'all' || kind === 'stampDuty'),
  );

function owedBy(fee: Fee): Owed[] {
  const { code, kind, label, due } = fee;
  const amount = amountOf(fee);
  const stamps =
    kind === 'stampDuty' && amount.kind === 'cents' && amount.cents % stampCents === 0 ? amount.cents / stampCents : 1;
  const each: OwedAmount = stamps > 1 ? { kind: 'cents', cents: stampCents } : amount;
  return Array.from({ length: stamps }, (_, i) => ({
    fee: code,
    part: i + 1,
    parts: stamps,
    kind,
    label,
    due,
    amount: each,
  }));
}

function amountOf({ kind, amount }: Fee): OwedAmount {
  switch (amount.kind) {
    case 'fixed':
      return { kind: 'cents', cents: centsOf(amount.euro) };
    case 'table':
      return { kind: 'table', rows: amount.rows.map(({ when, euro }) => ({ when, cents: centsOf(euro) })) };
    case 'rule':
      // "At the amount in force": of a stamp the law says it; with the request one is due, what the act wants comes with the act.
      return kind === 'stampDuty' ? { kind: 'cents', cents: stampCents } : { kind: 'open', said: amount.rule };
    case 'unknown':
      return { kind: 'open', said: amount.reason };
  }
}

const centsOf = (euro: number): number => Math.round(euro * 100);

/** Whether an amount can be what is asked for. */
export const isAmountOf = ({ amount }: Owed, cents: number): boolean =>
  amount.kind === 'cents'
    ? amount.cents === cents
    : amount.kind === 'table' && amount.rows.some((row) => row.cents === cents);

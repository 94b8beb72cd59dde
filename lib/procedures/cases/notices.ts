import { z } from 'zod';
import { type Day, daySchema, earlierOf, laterOf } from '../day.ts';
import type { Party } from './filing-facts.ts';

export const noticeWhom = ['applicant', 'counterparties', 'otherBodies'] as const;

/** That somebody has an act: by which delivery, for whom, and the day that counts for them. */
export const receiptSchema = z.strictObject({
  delivery: z.string().min(1),
  /** Parties for whom it counts: the addressee, or those whom the addressee represents. None of a body outside. */
  covers: z.array(z.string().min(1)),
  on: daySchema,
});
export type Receipt = z.infer<typeof receiptSchema>;

/** An act that must be communicated, since the step that said so. */
export const noticeSchema = z.strictObject({
  /** Number of the event that said so. */
  n: z.int().min(1),
  /** The place in the graph that it is about. */
  about: z.string().min(1),
  whom: z.enum(noticeWhom),
  on: daySchema,
  /** Number of the activity that began with it: whoever must do something then has their days from the receipt. */
  activity: z.int().min(1),
  /** Line of the ledger that hangs on its receipt (L. 241/1990 art. 10-bis). */
  entry: z.string().nullable(),
  receipts: z.array(receiptSchema),
  /** From when a measure that limits who receives it has effect (art. 21-bis); of any other, and until then, null. */
  effectiveOn: daySchema.nullable(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** The parties who must have it; none are known of bodies outside. */
export function addresseesOf(parties: readonly Party[], whom: Notice['whom']): string[] {
  const role = { applicant: 'applicant', counterparties: 'counterparty', otherBodies: null }[whom];
  return [...new Set(parties.filter((party) => party.role === role).map(({ agent }) => agent))];
}

/** For whom it counts that somebody has it: themselves, and those for whom they act. */
export function coversOf(parties: readonly Party[], whom: Notice['whom'], agent: string): string[] {
  const wanted = addresseesOf(parties, whom);
  const principals = parties.flatMap((party) => (party.agent === agent && party.actsFor ? [party.actsFor] : []));
  return [...new Set([agent, ...principals])].filter((one) => wanted.includes(one));
}

/** Who must have it and has not. */
export const withoutReceipt = (parties: readonly Party[], { whom, receipts }: Notice): string[] =>
  addresseesOf(parties, whom).filter((agent) => !receipts.some(({ covers }) => covers.includes(agent)));

/**
 * The day on which the last of those who must have it had it, each by the first delivery that reached them: until then a term that is
 * theirs in common has not begun for all. Null while somebody is without.
 */
export function receivedByAll(parties: readonly Party[], notice: Notice): Day | null {
  const wanted = addresseesOf(parties, notice.whom);
  const days =
    wanted.length === 0
      ? notice.receipts.map(({ on }) => on)
      : wanted.map((agent) => firstDay(notice.receipts.filter(({ covers }) => covers.includes(agent))));
  if (days.length === 0) return null;
  return days.reduce<Day | null>(
    (last, day) => (last === null || day === null ? null : laterOf(last, day)),
    days[0] ?? null,
  );
}

const firstDay = (receipts: readonly Receipt[]): Day | null =>
  receipts.reduce<Day | null>((first, { on }) => (first === null ? on : earlierOf(first, on)), null);

import { z } from 'zod';
import type { Calendar } from '../calendar.ts';
import { type Day, daySchema, earlierOf } from '../day.ts';
import { type Law, noLaw, type NoLawInForce, parameterOn } from '../law.ts';
import { endOfTerm } from '../term.ts';

const person = z.string().trim().min(1).max(200);

/** How an act reached who it was for, with what the day that counts follows from. */
export const arrivalSchema = z.discriminatedUnion('way', [
  /** ricevutaDiAvvenutaConsegna: made available at the digital domicile (CAD art. 6 c. 1; DPR 68/2005 art. 6). */
  z.strictObject({ way: z.literal('pecReceipt'), on: daySchema }),
  /** The card came back signed, by the addressee or by who may take it for them (L. 890/1982 art. 7). */
  z.strictObject({ way: z.literal('card'), on: daySchema, receiver: person.nullable() }),
  /** The addressee would not take it: it counts as delivered that day (L. 890/1982 art. 8). */
  z.strictObject({ way: z.literal('refused'), on: daySchema }),
  /**
   * compiutaGiacenza: nobody was there, and it lay at the post office. `noticeOn`: of an atto giudiziario the day on which the post sent the
   * notice that it lay there (CAD), of an ordinary letter that on which the notice was left.
   */
  z.strictObject({ way: z.literal('storage'), noticeOn: daySchema, collectedOn: daySchema.nullable() }),
  /** Handed over; who took it, and how we know who they are. */
  z.strictObject({ way: z.literal('hand'), on: daySchema, receiver: person, identity: person }),
  /** SEND: opened on the platform, or effective by the time that the law sets (D.L. 76/2020 art. 26 c. 9). */
  z.strictObject({ way: z.literal('sendViewed'), on: daySchema }),
  z.strictObject({ way: z.literal('sendEffective'), on: daySchema }),
  /** An officer knows it otherwise, and says how. */
  z.strictObject({ way: z.literal('noted'), on: daySchema, note: z.string().trim().min(1).max(1000) }),
]);
export type Arrival = z.infer<typeof arrivalSchema>;

/** It lies at the post office still: the day on which it will count, unless it is collected before. */
export interface NotYet {
  kind: 'notYet';
  on: Day;
}

/**
 * The day that counts for who received it. What nobody collected counts ten days after the notice (L. 890/1982 art. 8; of an ordinary letter by
 * analogy, Cass. 2047/2016), first day out and past a holiday (Cass. s.u. 1418/2012), or when it was collected, if that is earlier.
 */
export function arrivedOn(arrival: Arrival, today: Day, law: Law, calendar: Calendar): Day | NotYet | NoLawInForce {
  if (arrival.way !== 'storage') return arrival.on;
  const { noticeOn, collectedOn } = arrival;
  const full = storageEndsOn(noticeOn, law, calendar);
  if (typeof full !== 'string') return full;
  if (collectedOn !== null) return earlierOf(collectedOn, full);
  return full <= today ? full : { kind: 'notYet', on: full };
}

function storageEndsOn(noticeOn: Day, law: Law, calendar: Calendar): Day | NoLawInForce {
  const known = parameterOn(law, 'compiutaGiacenzaDays', noticeOn);
  if (!known) return noLaw('compiutaGiacenzaDays', noticeOn);
  return endOfTerm({ startOn: noticeOn, days: known.value, unit: 'calendar', roll: 'next' }, calendar);
}

import { z } from 'zod';
import { daySchema } from './day.ts';

/** Days a person can err by are bounded, so that a wrong figure is refused and not projected into the next century. */
const ruleSchema = z.strictObject({
  /** Article of law or of the Comune's regulation that allows it. */
  article: z.string().min(1),
  /** `interrupts`: the term starts again from the beginning when it ends (e.g. DPR 380/2001 art. 20 c. 5). */
  effect: z.enum(['suspends', 'interrupts']),
  times: z.int().min(1).nullable(),
  maxDays: z.int().min(1).max(3_660).nullable(),
});
export type StopRule = z.infer<typeof ruleSchema>;

/** `from` is the day of the act that stops the clock, `to` that of the event that starts it again (null while it is awaited). */
const entry = { id: z.string().min(1), act: z.string().nullable(), from: daySchema };
const closed = { to: daySchema.nullable() };

/**
 * What moves a deadline. `art2c7`: L. 241/1990 art. 2 c. 7, once and no longer than the law allows. `art10bis`:
 * preavvisoDiRigetto (art. 10-bis), whose end follows from what the party does. `conferenza`, `integration`, `other`: stops that
 * another rule allows, which is named. `extension` (proroga): days added by an act.
 */
export const ledgerEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('art2c7'), ...entry, ...closed }),
  z.strictObject({
    kind: z.literal('art10bis'),
    ...entry,
    /** The party's ten days run from the receipt of the notice. */
    receivedOn: daySchema.nullable(),
    observationsOn: daySchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('conferenza'), ...entry, ...closed, rule: ruleSchema }),
  z.strictObject({ kind: z.literal('integration'), ...entry, ...closed, rule: ruleSchema }),
  z.strictObject({ kind: z.literal('other'), ...entry, ...closed, rule: ruleSchema }),
  z.strictObject({
    kind: z.literal('extension'),
    ...entry,
    days: z.int().min(1).max(3_660),
    article: z.string().min(1),
  }),
]);
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;
export type Extension = Extract<LedgerEntry, { kind: 'extension' }>;
export type Suspension = Exclude<LedgerEntry, { kind: 'extension' }>;
export type NoticeOfRefusal = Extract<LedgerEntry, { kind: 'art10bis' }>;
export type StopKind = Suspension['kind'];

/** In the order in which it was recorded: the first of two suspensions is the one recorded first. */
export const ledgerSchema = z.array(ledgerEntrySchema);
export type Ledger = readonly LedgerEntry[];

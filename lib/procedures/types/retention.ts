import { z } from 'zod';
import { nameSchema, sourceSchema, textSchema } from './text.ts';

/** The day from which the years of keeping run. */
export const retentionTriggers = [
  'caseClosed',
  'mainCaseClosed',
  'decisionEffective',
  'decisionExpiry',
  'relationEnd',
  'dataField',
  'setByHand',
] as const;

/** What becomes of the fascicolo (piano di conservazione, DPR 445/2000 art. 68); `unknown` is said with its reason, never guessed. */
export const retentionSchema = z.discriminatedUnion('disposition', [
  z.strictObject({ disposition: z.literal('keep'), source: sourceSchema }),
  z.strictObject({
    disposition: z.literal('discard'),
    years: z.int().min(1).max(100),
    trigger: z.enum(retentionTriggers),
    /** The field of the application that holds the day, where the trigger is `dataField`. */
    field: nameSchema.optional(),
    source: sourceSchema,
  }),
  z.strictObject({ disposition: z.literal('unknown'), reason: textSchema }),
]);
export type Retention = z.infer<typeof retentionSchema>;

export const outcomeRuleSchema = z.strictObject({ retention: retentionSchema, citizenText: textSchema.optional() });

import { z } from 'zod';
import { daySchema } from '../day.ts';

/** Days that the case itself does not tell, by the trigger that waits for each. */
export const retentionFacts = ['decisionExpiry', 'relationEnd', 'mainCaseClosed'] as const;
export type RetentionFact = (typeof retentionFacts)[number];

export const retentionFactsSchema = z.strictObject({
  decisionExpiry: daySchema.optional(),
  relationEnd: daySchema.optional(),
  mainCaseClosed: daySchema.optional(),
});
/** What is known of them; `mainCaseClosed` only once it is. */
export type RetentionFacts = z.infer<typeof retentionFactsSchema>;

import { z } from 'zod';
import { sourceSchema, textSchema } from './text.ts';

export const dayUnits = ['calendar', 'working'] as const;
export const dayUnitSchema = z.enum(dayUnits);

/** How long an elementary activity may take; 0 days is at once. */
export const normSchema = z.strictObject({ days: z.int().min(0).max(365), unit: dayUnitSchema });
export type Norm = z.infer<typeof normSchema>;

/** L. 241/1990 art. 2 cc. 3–4: no municipal term goes beyond 180 days. */
export const longestTerm = 180;

/** The term of a procedure as data; `lib/procedures` counts it. */
export const termSchema = z.strictObject({
  days: z.int().min(1).max(longestTerm),
  unit: dayUnitSchema,
  /** Whether an expiry on a holiday moves to the next day that is none. */
  roll: z.enum(['none', 'next']),
  /** L. 241/1990 art. 2 c. 7: once, for no more than 30 days. */
  suspendable: z.boolean(),
  extension: z.strictObject({ days: z.int().min(1).max(90), when: textSchema, source: sourceSchema }).optional(),
  /** A term that the law makes of several parts, e.g. 60 + 30 days of the permesso di costruire. */
  stages: z.array(z.strictObject({ label: textSchema, days: z.int().min(1) })).optional(),
  source: sourceSchema,
});
export type Term = z.infer<typeof termSchema>;

/** What the Comune promises of its own accord, within the legal term. */
export const serviceTermSchema = z.strictObject({
  days: z.int().min(1).max(longestTerm),
  unit: dayUnitSchema,
  source: sourceSchema,
});

import { z } from 'zod';

/** `yyyy-mm-dd` with a four-digit year (0001–9999), proleptic Gregorian, as PostgreSQL's `date` takes it. */
export const isoDateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const certainties = ['certain', 'approximate', 'uncertain'] as const;
export type Certainty = (typeof certainties)[number];

/** ISAD(G) 3.1.3: the text in the source's own style, and the span it covers (both days included). */
export const recordDatesSchema = z.object({
  display: z.string().nullable(),
  start: isoDateSchema.nullable(),
  end: isoDateSchema.nullable(),
  certainty: z.enum(certainties).default('certain'),
});
export type RecordDates = z.infer<typeof recordDatesSchema>;

export const undated: RecordDates = { display: null, start: null, end: null, certainty: 'certain' };

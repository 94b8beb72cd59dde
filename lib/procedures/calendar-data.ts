import { z } from 'zod';
import { daySchema } from './day.ts';
import { nameSchema, sourceSchema } from './source.ts';
import { areInOrder, validitySchema } from './validity.ts';

const recurrenceSchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('weekly'), weekday: z.int().min(0).max(6) }),
  z.strictObject({ rule: z.literal('fixed'), month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
  z.strictObject({ rule: z.literal('easter'), offset: z.int().min(-100).max(100) }),
  z.strictObject({ rule: z.literal('once'), day: daySchema }),
]);
export type Recurrence = z.infer<typeof recurrenceSchema>;

/** A day that recurs, with the periods in which an act makes it a holiday or a closure. */
export const dayRuleSchema = z.strictObject({
  id: z.string().min(1),
  name: nameSchema,
  on: recurrenceSchema,
  valid: z
    .array(validitySchema.extend({ source: sourceSchema }).strict())
    .min(1)
    .refine(areInOrder, 'periods must follow one another'),
});
export type DayRule = z.infer<typeof dayRuleSchema>;

const officeSchema = z.strictObject({ id: z.string().min(1), name: nameSchema, closures: z.array(dayRuleSchema) });

/**
 * `holidays` are legal: an expiry that falls on one moves on. `closures` are an office's own days: they count only for norms in
 * working days, and a patron saint's day moves no expiry of law.
 */
export const calendarDataSchema = z
  .strictObject({ holidays: z.array(dayRuleSchema), offices: z.array(officeSchema) })
  .refine(everyOfficeOpens, 'an office must be open on some day of the week');
export type CalendarData = z.infer<typeof calendarDataSchema>;

/** A count of working days would never end in an office that never opens. */
function everyOfficeOpens(data: { holidays: DayRule[]; offices: { closures: DayRule[] }[] }): boolean {
  return data.offices.every((office) => {
    const weekly = [...data.holidays, ...office.closures].flatMap(({ on }) =>
      on.rule === 'weekly' ? [on.weekday] : [],
    );
    return new Set(weekly).size < 7;
  });
}

import { z } from 'zod';
import { daySchema, type Day } from './day.ts';

/** Both days are included; null: still in force. */
export const validitySchema = z.object({ from: daySchema, until: daySchema.nullable() });
export type Validity = z.infer<typeof validitySchema>;

export function inForce(validity: Validity, day: Day): boolean {
  return validity.from <= day && (validity.until === null || day <= validity.until);
}

/** Whether periods follow one another: no day has two. */
export function areInOrder(periods: readonly Validity[]): boolean {
  return periods.every((period, index) => {
    const before = periods[index - 1];
    const sound = period.until === null || period.from <= period.until;
    return sound && (!before || (before.until !== null && before.until < period.from));
  });
}

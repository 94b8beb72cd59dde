import { z } from 'zod';
import type { Calendar } from './calendar.ts';
import { countedDays } from './counting.ts';
import { type Day, dayAt, numberOf } from './day.ts';
import { barOn, countsOf, dayUnits, endOfTerm, rolls, type TermRule } from './term.ts';

/** How long an elementary activity may take. No days: within the day on which it begins, or the first on which it can be done. */
export const activityNormSchema = z.strictObject({
  days: z.int().min(0).max(3_660),
  unit: z.enum(dayUnits),
  roll: z.enum(rolls),
});
export type ActivityNorm = z.infer<typeof activityNormSchema>;

export function activityDueOn(norm: ActivityNorm, startedOn: Day, calendar: Calendar): Day {
  if (norm.days > 0) return endOfTerm({ ...norm, startOn: startedOn }, calendar);
  let day = numberOf(startedOn);
  while (barOn(day, norm, calendar)) day++;
  return dayAt(day);
}

/** Days of the norm's own unit past its end: what the activity's adherence is measured by. */
export function daysLate(dueOn: Day, doneOn: Day, norm: TermRule, calendar: Calendar): number {
  return countedDays(numberOf(dueOn), numberOf(doneOn), [], countsOf(norm, calendar));
}

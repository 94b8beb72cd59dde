import { z } from 'zod';
import { type Calendar, isWorkingDay, type NamedDay } from './calendar.ts';
import { lastCountedDay } from './counting.ts';
import { type Day, type DayNumber, dayAt, daySchema, numberOf } from './day.ts';

export const dayUnits = ['calendar', 'working'] as const;

/**
 * `next`: a term that ends on a holiday ends on the next day that is none (Codice civile art. 2963 c. 3, a general principle);
 * `none`: it ends where it ends. Written on each term, for not every rule of law wants it.
 */
export const rolls = ['none', 'next'] as const;

/** Ten years: no term of a procedure is longer, and a slip of the finger is not a term. */
const longestTerm = 3_660;

export const termSchema = z.object({
  startOn: daySchema,
  days: z.int().min(1).max(longestTerm),
  unit: z.enum(dayUnits),
  roll: z.enum(rolls),
});
export type Term = z.infer<typeof termSchema>;
export type TermRule = Pick<Term, 'unit' | 'roll'>;

/** Which days a term counts. Holidays count among calendar days (L. 241/1990 says days, not working days). */
export function countsOf(rule: TermRule, calendar: Calendar): (day: DayNumber) => boolean {
  return rule.unit === 'working' ? (day) => isWorkingDay(day, calendar) : () => true;
}

/** Why a term may not end on that day, or null when it may. A term in working days never ends on another day. */
export function barOn(day: DayNumber, rule: TermRule, calendar: Calendar): NamedDay | null {
  if (rule.unit === 'working') return calendar.holidayAt(day) ?? calendar.closureAt(day);
  return rule.roll === 'next' ? calendar.holidayAt(day) : null;
}

/** Last day of a term that nothing stops. */
export function endOfTerm(term: Term, calendar: Calendar): Day {
  let day = lastCountedDay(numberOf(term.startOn), term.days, [], countsOf(term, calendar));
  while (barOn(day, term, calendar)) day++;
  return dayAt(day);
}

import { lookupOf, type NamedDay } from './calendar.ts';
import type { DayRule } from './calendar-data.ts';
import { dayAt, dayIn, type Day } from './day.ts';
import { inForce } from './validity.ts';

/** A day of a year that is no ordinary one. */
export interface SpecialDay extends NamedDay {
  day: Day;
}

/** The days of a year that rules name, in their order; those that come each week are told apart. */
export function daysOfYear(rules: readonly DayRule[], year: number): SpecialDay[] {
  const find = lookupOf(rules.filter(({ on }) => on.rule !== 'weekly'));
  const first = dayIn(year, 1, 1);
  return Array.from({ length: dayIn(year + 1, 1, 1) - first }, (_, i) => first + i).flatMap((day) => {
    const named = find(day);
    return named ? [{ ...named, day: dayAt(day) }] : [];
  });
}

/** Weekdays (0 is Sunday) that rules name in some week of a year. */
export const weekdaysOf = (rules: readonly DayRule[], year: number): number[] =>
  rules.flatMap(({ on, valid }) =>
    on.rule === 'weekly' &&
    valid.some((period) => ['01-01', '07-01', '12-31'].some((day) => inForce(period, `${year}-${day}`)))
      ? [on.weekday]
      : [],
  );

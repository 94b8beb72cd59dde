import { type Calendar, isWorkingDay } from './calendar.ts';
import { countedDays, lastCountedDay } from './counting.ts';
import { type Day, dayAt, numberOf } from './day.ts';

/** The day itself when the office is open, else the next one on which it is. */
export function sameOrNextWorkingDay(day: Day, calendar: Calendar): Day {
  return isWorkingDay(numberOf(day), calendar) ? day : addWorkingDays(day, 1, calendar);
}

/** The n-th working day after a day. */
export function addWorkingDays(day: Day, days: number, calendar: Calendar): Day {
  return dayAt(lastCountedDay(numberOf(day), days, [], (each) => isWorkingDay(each, calendar)));
}

/** Working days of a span, first day out and last day in. */
export function workingDaysBetween(first: Day, last: Day, calendar: Calendar): number {
  return countedDays(numberOf(first), numberOf(last), [], (each) => isWorkingDay(each, calendar));
}

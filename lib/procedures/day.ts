import { z } from 'zod';

/** A day of the common calendar, `yyyy-mm-dd`. Terms are counted in days, so no hour and no time zone comes near them. */
export type Day = string;

/** Days since 1 January 1970: what a count adds to. */
export type DayNumber = number;

const millisecondsOfDay = 86_400_000;

/** Nothing lies beyond it: a count that would is held here. */
export const lastDay: Day = '9999-12-31';

export function isDay(text: string): boolean {
  // There is no year 0: 1 BC is followed by AD 1.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  // The engine takes 30 February for 2 March; the law does not.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

export const daySchema = z.string().refine(isDay, 'must be a day of the calendar, yyyy-mm-dd');

export function numberOf(day: Day): DayNumber {
  return Date.parse(`${day}T00:00:00Z`) / millisecondsOfDay;
}

export function dayAt(number: DayNumber): Day {
  if (number >= numberOf(lastDay)) return lastDay;
  return new Date(number * millisecondsOfDay).toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return dayAt(numberOf(day) + days);
}

/** Days of a span whose first day is out and whose last is in. */
export function daysBetween(first: Day, last: Day): number {
  return numberOf(last) - numberOf(first);
}

/** 0 is Sunday. */
export function weekdayOf(number: DayNumber): number {
  // 1 January 1970 was a Thursday.
  return (((number + 4) % 7) + 7) % 7;
}

export function yearOf(number: DayNumber): number {
  return new Date(number * millisecondsOfDay).getUTCFullYear();
}

export function dayIn(year: number, month: number, day: number): DayNumber {
  return Date.UTC(year, month - 1, day) / millisecondsOfDay;
}

/** The day of that number, or the month's last one where it is missing: Codice civile art. 2963 c. 4 and 5. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = dayIn(year, month + months + 1, 0);
  return dayAt(Math.min(dayIn(year, month + months, date), lastOfMonth));
}

export const laterOf = (one: Day, other: Day): Day => (one > other ? one : other);
export const earlierOf = (one: Day, other: Day): Day => (one < other ? one : other);

import type { Certainty } from '#lib/records/dates.ts';

/** Days from first to last, both included, as `yyyy-mm-dd`; null on a side that is open or not known. */
export interface DaySpan {
  start: string | null;
  end: string | null;
  certainty: Certainty;
}

/** A date that may name only a year, or a year and a month. */
export interface PartialDate {
  year: number;
  month?: number;
  day?: number;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the calendar has this date and PostgreSQL's `date` with a four-digit year can hold it. */
export function isDate({ year, month, day }: PartialDate): boolean {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return false;
  if (month === undefined) return day === undefined;
  if (month < 1 || month > 12) return false;
  return day === undefined || (day >= 1 && day <= daysInMonth(year, month));
}

export function firstDay({ year, month = 1, day = 1 }: PartialDate): string {
  return isoDay(year, month, day);
}

export function lastDay({ year, month = 12, day }: PartialDate): string {
  return isoDay(year, month, day ?? daysInMonth(year, month));
}

function isoDay(year: number, month: number, day: number): string {
  const y = year < 1000 ? String(year).padStart(4, '0') : String(year);
  return `${y}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** The days that all of these cover together. */
export function covering(spans: readonly DaySpan[]): DaySpan {
  let { start, end, certainty } = spans[0] ?? { start: null, end: null, certainty: 'certain' as Certainty };
  for (const span of spans.slice(1)) {
    start = start === null || span.start === null ? null : start < span.start ? start : span.start;
    end = end === null || span.end === null ? null : end > span.end ? end : span.end;
    certainty = weaker(certainty, span.certainty);
  }
  return { start, end, certainty };
}

const strength: Record<Certainty, number> = { certain: 0, approximate: 1, uncertain: 2 };

export function weaker(a: Certainty, b: Certainty): Certainty {
  return strength[a] >= strength[b] ? a : b;
}

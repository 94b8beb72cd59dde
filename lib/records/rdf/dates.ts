import { text, typed, type Literal } from './terms.ts';

const daysOf = (year: number, month: number): number => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

/** A day as xsd:date; what is no day of the calendar stays the text that it is. */
export function day(value: string | null | undefined): Literal | null {
  if (!value) return null;
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const [y, m, d] = [Number(year), Number(month), Number(date)];
  // XSD 1.0 has no year 0000 (part 2, §3.2.9).
  const isDay = y >= 1 && m >= 1 && m <= 12 && d >= 1 && d <= daysOf(y, m);
  return isDay ? typed(value, 'date') : text(value);
}

/** A moment as xsd:dateTime in UTC; anything else stays the text that it is. */
export function moment(value: string | null | undefined): Literal | null {
  if (!value) return null;
  const at = new Date(value);
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1 || at.getUTCFullYear() > 9999) return text(value);
  return typed(at.toISOString().replace(/\.\d+Z$/, 'Z'), 'dateTime');
}

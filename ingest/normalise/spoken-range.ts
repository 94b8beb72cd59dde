import { readSpokenDate, type SpokenDate } from './calendar-date.ts';
import { firstDay, isDate, lastDay, type DaySpan, type PartialDate } from './day-span.ts';

const separators =
  /\s+(?:-|–|—|to|through|bis|al|alla|all'|à|au|tot|t\/m)\s+|\s*[–—]\s*|(?<=[\p{L}\d.\])])-(?=[\p{L}\d])|\s+-(?=\S)|(?<=\S)-\s+/u;

/** `1418-1430`, `1914-18`, `1546 ott. 15 - 1583 apr. 19`, `1942 gennaio-marzo`, `3-7 marzo 1912`, or one date. */
export function readSpokenRange(text: string): DaySpan | null {
  // `1911/15`, and `1907/08` where that is no month after a year: a year and the last figures of a later one.
  const years = /^(\d{2})(\d{2})\/(\d{2})$/.exec(text);
  if (years && Number(years[3]) > Math.max(12, Number(years[2]))) {
    const [, century = '', from = '', to = ''] = years;
    return spanOf({ year: Number(century + from) }, { year: Number(century + to) });
  }
  // `1930-12` can be no range.
  const month = /^(\d\d(\d\d))-(0[1-9]|1[0-2])$/.exec(text);
  if (month && Number(month[3]) <= Number(month[2])) {
    const date = { year: Number(month[1]), month: Number(month[3]) };
    return spanOf(date, date);
  }
  const whole = readSpokenDate(text);
  if (whole) return spanOf(whole, whole);
  // An open range: `1991-`.
  const open = /^(.*\S)\s*[-–—/]$/.exec(text);
  if (open) {
    const start = readSpokenDate(open[1] ?? '');
    const from = start && complete(start);
    return from ? { start: firstDay(from), end: null, certainty: 'certain' } : null;
  }
  // A dash with blanks around it parts the range; others may be within a date: `1970-01-31 - 1970-02-28`.
  const apart = text.split(/\s+[-–—]\s+/);
  const sides = apart.length === 2 ? apart : text.split(separators);
  if (sides.length !== 2) return null;
  const from = readSpokenDate((sides[0] ?? '').trim());
  const to = readSpokenDate((sides[1] ?? '').trim());
  if (!from || !to) return null;
  return spanOf(...sharing(from, to));
}

/** What one side says for both: the year of `3-7 marzo 1912`, the century of `1914-18`. */
function sharing(from: SpokenDate, to: SpokenDate): [SpokenDate, SpokenDate] {
  const left = { ...from };
  const right = { ...to };
  if (right.bare !== undefined && left.year !== undefined) {
    if (left.day !== undefined && left.month !== undefined)
      Object.assign(right, { year: left.year, month: left.month, day: right.bare });
    else Object.assign(right, { year: Math.floor(left.year / 100) * 100 + right.bare });
    return [left, right];
  }
  if (left.bare !== undefined) left.day = left.bare;
  left.year ??= right.year;
  if (left.day !== undefined) left.month ??= right.month;
  right.year ??= left.year;
  if (right.day !== undefined) right.month ??= left.month;
  return [left, right];
}

function spanOf(from: SpokenDate, to: SpokenDate): DaySpan | null {
  const start = complete(from);
  const end = complete(to);
  return start && end ? { start: firstDay(start), end: lastDay(end), certainty: 'certain' } : null;
}

function complete({ year, month, day }: SpokenDate): PartialDate | null {
  if (year === undefined || (day !== undefined && month === undefined)) return null;
  const date: PartialDate = { year };
  if (month !== undefined) date.month = month;
  if (day !== undefined) date.day = day;
  return isDate(date) ? date : null;
}

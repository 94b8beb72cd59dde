import type { Certainty } from '#lib/records/dates.ts';
import { firstDay, isDate, lastDay, type PartialDate } from './day-span.ts';

/** One value of EAD's `normal`, `standarddate`, `notbefore` …: the days it covers, or why it has none. */
export type StandardDate =
  { start: string; end: string; certainty: Certainty } | { open: true; problem?: 'date-bce' | 'date-beyond' } | null;

const iso = /^(\d{3,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const slashed = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/;
const compact = /^(\d{4})(\d{2})(\d{2})?$/;
const unspecified = /^(\d{1,3})[xXuU]+$/;

/** Reads one ISO 8601 value, whole or cut (`1941`, `1941-05`, `19410531`), with EDTF's `~`, `?` and `X`. Null: not a date. */
export function readStandardDate(value: string): StandardDate {
  let text = value.trim();
  // What nearly all of them are.
  if (/^[1-8]\d{3}$/.test(text)) return { start: `${text}-01-01`, end: `${text}-12-31`, certainty: 'certain' };
  if (text === '' || text === '..' || /^(open|unknown|uuuu|xxxx)$/i.test(text)) return { open: true };
  let certainty: Certainty = 'certain';
  if (/[~?%]$/.test(text)) {
    certainty = text.endsWith('~') ? 'approximate' : 'uncertain';
    text = text.slice(0, -1);
  }
  text = text.replace(/T\d{2}.*$/, '');
  if (/^-\d{1,6}(-\d{2})*$/.test(text)) return { open: true, problem: 'date-bce' };
  // 0 and 9999 stand for "from the beginning" and "without end" in files of many systems.
  if (/^0{1,4}$/.test(text) || /^9999(-?12-?31)?$/.test(text) || /^\d{5}(-.*)?$/.test(text))
    return { open: true, problem: 'date-beyond' };
  const decade = unspecified.exec(text);
  if (decade) return unspecifiedYears(decade[1] ?? '', text.length);
  const found = iso.exec(text) ?? slashed.exec(text) ?? compact.exec(text);
  if (!found) return null;
  const date = partial(found[1], found[2], found[3]);
  return isDate(date) ? { start: firstDay(date), end: lastDay(date), certainty } : null;
}

/** `194X` is 1940–1949. */
function unspecifiedYears(digits: string, length: number): StandardDate {
  if (length !== 4) return null;
  const from = { year: Math.max(1, Number(digits.padEnd(4, '0'))) };
  const to = { year: Number(digits.padEnd(4, '9')) };
  return { start: firstDay(from), end: lastDay(to), certainty: 'approximate' };
}

/** Months and days given as 00 are not known. */
function partial(year = '', month = '', day = ''): PartialDate {
  const date: PartialDate = { year: Number(year) };
  if (Number(month) > 0) date.month = Number(month);
  if (Number(day) > 0 && date.month !== undefined) date.day = Number(day);
  return date;
}

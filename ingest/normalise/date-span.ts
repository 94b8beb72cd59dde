import type { RecordDates } from '#lib/records/dates.ts';

type Span = [string, string];

/** What a date of description becomes: `normal` is the machine form of the source if it has one, `display` its words. */
export function normaliseDates(display: string | null, normal: string | null): { dates: RecordDates; problem: string | null } {
  const machine = normal ? spanOfNormal(normal) : null;
  if (machine && 'problem' in machine) return { dates: { display: display ?? normal, start: null, end: null, certainty: 'uncertain' }, problem: machine.problem };
  const span = machine?.span ?? (display ? spanOfWords(display) : null);
  return { dates: { display: display ?? normal, start: span?.[0] ?? null, end: span?.[1] ?? null, certainty: certaintyOf(display) }, problem: null };
}

function certaintyOf(display: string | null): RecordDates['certainty'] {
  if (!display) return 'certain';
  if (/\?|presum|dubbi|uncertain/i.test(display)) return 'uncertain';
  if (/\bca\b|\bca\.|circa|\bc\.|approx|\[/i.test(display)) return 'approximate';
  return 'certain';
}

/** ISO 8601 forms of EAD @normal and EAD3 @standarddate: yyyy, yyyy-mm, yyyy-mm-dd, yyyymmdd, and two of them with a slash. */
function spanOfNormal(normal: string): { span: Span } | { problem: string } | null {
  const parts = normal.trim().split('/');
  if (parts.length > 2) return null;
  const first = dayRange(parts[0] ?? '');
  const second = parts.length === 2 ? dayRange(parts[1] ?? '') : first;
  if (!first && !second) return null;
  if (parts.length === 2 && parts[0] && parts[1] && (!first || !second)) return { problem: 'a normalised date is out of reach' };
  const start = first?.[0] ?? null;
  const end = second?.[1] ?? null;
  if (start && end && start > end) return { problem: 'dates are inverted' };
  return { span: [start ?? (end as string), end ?? (start as string)] };
}

function dayRange(text: string): Span | null {
  const match = /^(\d{4})(?:-?(\d{2}))?(?:-?(\d{2}))?(?:T.*)?$/.exec(text.trim());
  if (!match) return null;
  const [, year = '', month, day] = match;
  if (year === '0000') return null;
  if (!month) return [`${year}-01-01`, `${year}-12-31`];
  if (Number(month) < 1 || Number(month) > 12) return [`${year}-01-01`, `${year}-12-31`];
  const last = lastDay(Number(year), Number(month));
  if (!day) return [`${year}-${month}-01`, `${year}-${month}-${pad(last)}`];
  const inside = pad(Math.min(Math.max(Number(day), 1), last));
  return [`${year}-${month}-${inside}`, `${year}-${month}-${inside}`];
}

function lastDay(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const pad = (n: number, width = 2) => String(n).padStart(width, '0');

const roman: Record<string, number> = { I: 1, V: 5, X: 10 };
function century(text: string): number {
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const here = roman[text.charAt(i)] ?? 0;
    value += here < (roman[text.charAt(i + 1)] ?? 0) ? -here : here;
  }
  return value;
}

/** Parts of a century as archivists name them, in years from its beginning. */
const centuryParts: [RegExp, number, number][] = [
  [/^(in\.?|inizio|inizi|ineunte)/i, 1, 10],
  [/^(ex\.?|fine|exeunte)/i, 91, 100],
  [/^(met[aà]|med\.?)/i, 41, 60],
  [/^(prima met[aà]|1ª met[aà]|I met[aà])/i, 1, 50],
  [/^(seconda met[aà]|2ª met[aà]|II met[aà])/i, 51, 100],
  [/^primo quarto/i, 1, 25],
  [/^secondo quarto/i, 26, 50],
  [/^terzo quarto/i, 51, 75],
  [/^(ultimo|quarto) quarto/i, 76, 100],
];

/** Spans read from words: centuries and years; days and months narrow nothing that the years do not already say. */
function spanOfWords(display: string): Span | null {
  if (/^\s*(s\.\s?d\.?|senza data|undated|n\.\s?d\.)\s*$/i.test(display)) return null;
  const centuries = [...display.matchAll(/\b([IVX]{1,5})\b(?:\s+([^\d,;–-]+))?/g)].filter((match) => /sec|scc|secc|secol/i.test(display) && century(match[1] ?? '') > 0);
  if (centuries.length > 0) {
    const spans = centuries.map((match) => partOfCentury(century(match[1] ?? ''), match[2]?.trim() ?? beforeCentury(display)));
    return [spans[0]?.[0] ?? '', spans.at(-1)?.[1] ?? ''].every(Boolean) ? [spans[0]?.[0] as string, spans.at(-1)?.[1] as string] : null;
  }
  const years = [...display.matchAll(/(?<!\d)(1[0-9]{3}|20[0-9]{2}|[89][0-9]{2})(s)?(?!\d)/g)].map((match) => ({ year: Number(match[1]), decade: match[2] === 's' }));
  if (years.length === 0) return null;
  const first = Math.min(...years.map((entry) => entry.year));
  const last = Math.max(...years.map((entry) => entry.year + (entry.decade ? (entry.year % 100 === 0 ? 99 : 9) : 0)));
  return [`${pad(first, 4)}-01-01`, `${pad(last, 4)}-12-31`];
}

function beforeCentury(display: string): string {
  return /((?:prima|seconda) met[aà]|(?:primo|secondo|terzo|ultimo) quarto|fine|inizi[o]?|met[aà])/i.exec(display)?.[1] ?? '';
}

function partOfCentury(number: number, part: string): Span {
  const base = (number - 1) * 100;
  const found = centuryParts.find(([pattern]) => pattern.test(part));
  const [from, to] = found ? [found[1], found[2]] : [1, 100];
  return [`${pad(base + from, 4)}-01-01`, `${pad(base + to, 4)}-12-31`];
}

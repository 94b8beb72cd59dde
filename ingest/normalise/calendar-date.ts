import { monthNamed } from './month-names.ts';

/** What one side of a range says; either side may leave to the other what it does not repeat. */
export interface SpokenDate {
  year?: number;
  month?: number;
  day?: number;
  /** A bare number of one or two digits: a day, or a year's last two figures. */
  bare?: number;
}

const numeric: [RegExp, (a: number, b: number, c: number) => SpokenDate][] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, (year, month, day) => ({ year, month, day })],
  [
    /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/,
    (a, b, year) => (b > 12 ? { year, month: a, day: b } : { year, month: b, day: a }),
  ],
  [/^(\d{4})[/.](\d{1,2})$/, (year, month) => ({ year, month })],
  [/^(\d{1,2})\/(\d{4})$/, (month, year) => ({ year, month })],
];

/** `1546 ott. 15`, `15 ottobre 1546`, `March 3, 1912`, `3.3.1912`, `1912`, `gennaio`, `15`; null for anything else. */
export function readSpokenDate(text: string): SpokenDate | null {
  for (const [pattern, make] of numeric) {
    const found = pattern.exec(text);
    if (found) return make(Number(found[1]), Number(found[2]), Number(found[3]));
  }
  const date: SpokenDate = {};
  const words = text
    .replace(/(\d)(?:st|nd|rd|th|er|º|°|\.)(?=\s|,|$)/g, '$1')
    .replace(/([\p{L}])\./gu, '$1 ')
    .replace(/,/g, ' ')
    .split(/\s+/)
    .filter(
      (word) => word !== '' && !/^(?:il|lo|la|le|l'|di|de|del|of|the|den|der|anno|anni|year|jahr|mese)$/.test(word),
    );
  if (words.length === 0 || words.length > 3) return null;
  for (const word of words) if (!addWord(date, word)) return null;
  if (date.year === undefined && date.month === undefined && date.day !== undefined) return { bare: date.day };
  return date;
}

function addWord(date: SpokenDate, word: string): boolean {
  if (/^\d{3,4}$/.test(word)) {
    if (date.year !== undefined) return false;
    date.year = Number(word);
    return true;
  }
  if (/^\d{1,2}$/.test(word)) {
    if (date.day !== undefined) return false;
    date.day = Number(word);
    return true;
  }
  const month = monthNamed(word);
  if (month === null || date.month !== undefined) return false;
  date.month = month;
  return true;
}

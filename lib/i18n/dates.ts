import type { Language } from './language.ts';
import type { Translate } from './translate.ts';

const inBoth = (how: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> => ({
  it: new Intl.DateTimeFormat('it', how),
  en: new Intl.DateTimeFormat('en-GB', how),
});
const days = inBoth({ dateStyle: 'long', timeZone: 'UTC' });
const instants = inBoth({ dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Rome' });
const times = inBoth({ timeStyle: 'short', timeZone: 'Europe/Rome' });

/** A day in words: "26 novembre 2026", "1° dicembre 2026". */
export function dayInWords(day: string, lang: Language): string {
  const [year = 0, month = 1, date = 1] = day.slice(0, 10).split('-').map(Number);
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, date);
  const words = days[lang].format(instant);
  return lang === 'it' ? words.replace(/^1 /, '1° ') : words;
}

/** An instant as clocks in Italy show it: "26 novembre 2026 alle ore 10:30". */
export function instantInWords(at: Date, lang: Language): string {
  const words = instants[lang].format(at);
  return lang === 'it' ? words.replace(/^1 /, '1° ') : words;
}

/** The hour of an instant in Italy: "12:31". */
export const timeInWords = (at: Date, lang: Language): string => times[lang].format(at);

/** The source's own words for a date; where it has none, the years of its span. */
export function datesInWords(
  dates: { display: string | null; start: string | null; end: string | null },
  t: Translate,
): string | null {
  if (dates.display) return dates.display;
  const start = yearOf(dates.start);
  const end = yearOf(dates.end);
  if (start && end) return start === end ? start : `${start}–${end}`;
  if (start) return t('dates.from', { year: start });
  return end ? t('dates.until', { year: end }) : null;
}

const yearOf = (day: string | null): string | null => (day ? String(Number(day.slice(0, 4))) : null);

const numerals: [number, string][] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** A century as archives write it: "sec. XV", "15th century". */
export function centuryInWords(century: string, lang: Language): string {
  const number = Number(century);
  if (!Number.isInteger(number) || number < 1) return century;
  if (lang === 'it') return `sec. ${roman(number)}`;
  const form = new Intl.PluralRules('en', { type: 'ordinal' }).select(number);
  const ending = { one: 'st', two: 'nd', few: 'rd', zero: 'th', many: 'th', other: 'th' }[form];
  return `${number}${ending} century`;
}

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, letters] of numerals) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}

const byBibliographicCode: Record<string, string> = {
  fre: 'fr',
  ger: 'de',
  dut: 'nl',
  gre: 'el',
  chi: 'zh',
  per: 'fa',
  alb: 'sq',
  arm: 'hy',
  cze: 'cs',
  rum: 'ro',
  slo: 'sk',
  wel: 'cy',
  baq: 'eu',
  geo: 'ka',
  ice: 'is',
  mac: 'mk',
  may: 'ms',
  tib: 'bo',
  bur: 'my',
};

const languageNames: Record<Language, Intl.DisplayNames> = {
  it: new Intl.DisplayNames('it', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
};

/** The name of a language of the material, in the language of the interface; the code itself when nobody knows it. */
export function languageName(code: string, lang: Language): string {
  try {
    const name = languageNames[lang].of(byBibliographicCode[code] ?? code);
    return name ?? code;
  } catch {
    return code;
  }
}

/** The BCP 47 tag of an archival text's language, for `lang` attributes; Italian when the source says nothing. */
export function languageTag(code: string | null | undefined): string {
  if (!code) return 'it';
  try {
    return Intl.getCanonicalLocales(byBibliographicCode[code] ?? code)[0] ?? 'it';
  } catch {
    return 'it';
  }
}

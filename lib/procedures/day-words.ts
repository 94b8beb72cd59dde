import { type Day, numberOf } from './day.ts';
import type { Name } from './source.ts';

const long = (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
const words = { it: long('it-IT'), en: long('en-GB') };

/** "1° aprile 2026", "1 April 2026". */
export function dayWords(day: Day): Name {
  const date = new Date(numberOf(day) * 86_400_000);
  return { it: words.it.format(date).replace(/^1 /, '1° '), en: words.en.format(date) };
}

/** "giovedì 26 novembre"; the year is said where it is another. */
export function weekdayWords(day: Day, today: Day): Name {
  const { it, en } = day.slice(0, 4) === today.slice(0, 4) ? weekdays.ofThisYear : weekdays.ofAnother;
  const date = new Date(numberOf(day) * 86_400_000);
  const say = (format: Intl.DateTimeFormat) => format.format(date).replace(',', '');
  return { it: say(it).replace(' 1 ', ' 1° '), en: say(en) };
}

// Made once: to make them anew for each line was a tenth of the time of Mia Pagina (profiled 2026-11-26).
const inBoth = (year: { year?: 'numeric' }) => {
  const format = (locale: string) =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC', ...year });
  return { it: format('it'), en: format('en-GB') };
};
const weekdays = { ofThisYear: inBoth({}), ofAnother: inBoth({ year: 'numeric' }) };

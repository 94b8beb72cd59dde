import { type Day, numberOf } from './day.ts';
import type { Name } from './source.ts';

const long = (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
const words = { it: long('it-IT'), en: long('en-GB') };

/** "1° aprile 2026", "1 April 2026". */
export function dayWords(day: Day): Name {
  const date = new Date(numberOf(day) * 86_400_000);
  return { it: words.it.format(date).replace(/^1 /, '1° '), en: words.en.format(date) };
}

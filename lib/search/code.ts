import { fold } from './fold.ts';

/** A reference code as it is looked up: `B. 12`, `b.12` and `B12` are `b 12`; `/` and `-` stay, without spaces around them. */
export function normaliseCode(code: string): string {
  return fold(code.slice(0, 1000))
    .replace(/[^\p{L}\p{N}/-]+/gu, ' ')
    .replace(/ *([/-]) */g, '$1')
    .replace(/(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, '$& ')
    .trim()
    .slice(0, 500)
    .toWellFormed();
}

/** How numbers are padded, and how many further digits of one still being typed are tried. */
const padding = 10;
const furtherDigits = 3;

/** Natural order of codes as text: numbers padded to ten digits, so that A/2 comes before A/10. At most 200 characters. */
export function codeSortKey(code: string | null): string {
  if (code === null) return '';
  return normaliseCode(code.slice(0, 200))
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(padding, '0'))
    .slice(0, 200)
    .toWellFormed();
}

/**
 * How sort keys of codes begin that begin so. As numbers are padded, a code that ends in one, `b 1`, has four beginnings: of 1 and what follows
 * it, of 10–19, of 100–199, of 1000–1999.
 * @param key the sort key of what was typed
 */
export function codeBeginnings(key: string): string[] {
  if (key === '') return [];
  const number = /(?<!\d)\d{10}$/.exec(key)?.[0];
  // 0 begins no longer number
  if (number === undefined || Number(number) === 0) return [key];
  const before = key.slice(0, -padding);
  const zeros = padding - number.replace(/^0+/, '').length;
  const further = Array.from({ length: Math.min(furtherDigits, zeros) }, (_, digits) => number.slice(digits + 1));
  return [key, ...further.map((padded) => before + padded)];
}

/** Alphabetic order of titles: folded, single spaces, leading articles kept. At most 200 characters. */
export function titleSortKey(title: string): string {
  return fold(title.slice(0, 400))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .toWellFormed();
}

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

/** Natural order of codes as text: numbers padded to ten digits, so that A/2 comes before A/10. At most 200 characters. */
export function codeSortKey(code: string | null): string {
  if (code === null) return '';
  return normaliseCode(code.slice(0, 200))
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(10, '0'))
    .slice(0, 200)
    .toWellFormed();
}

/** Alphabetic order of titles: folded, single spaces, leading articles kept. At most 200 characters. */
export function titleSortKey(title: string): string {
  return fold(title.slice(0, 400))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .toWellFormed();
}

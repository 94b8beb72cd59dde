/** Keys from one (included) to another (not included), by code point. */
export interface Range {
  from: string;
  to: string;
}

/** The last code point: whatever begins with a text stands before the text with this after it. */
const last = '\u{10ffff}';

export const rangeOf = (prefix: string): Range => ({ from: prefix, to: prefix + last });

/** How codes are padded (code.ts), and how many further digits of a number still being typed are tried. */
const padding = 10;
const furtherDigits = 3;

/**
 * Ranges of sort keys of the codes that begin so. In a sort key numbers are padded, so that a code ending in a number, `b 1`, has four: 1 and what
 * follows it, then 10–19, 100–199, 1000–1999.
 * @param key the sort key of what was typed
 */
export function rangesOfCode(key: string): Range[] {
  if (key === '') return [];
  const number = /(?<!\d)\d{10}$/.exec(key)?.[0];
  if (number === undefined) return [rangeOf(key)];
  const before = key.slice(0, -padding);
  const ranges = [rangeOf(key)];
  const padded = (value: number) => before + String(value).padStart(padding, '0');
  for (let digits = 1; digits <= furtherDigits; digits++) {
    const first = Number(number) * 10 ** digits;
    // 0 begins no longer number
    if (first === 0 || first + 10 ** digits > 10 ** padding) break;
    ranges.push({ from: padded(first), to: padded(first + 10 ** digits) });
  }
  return ranges;
}

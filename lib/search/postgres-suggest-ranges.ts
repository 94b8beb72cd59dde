/** Keys from one (included) to another (not included), by code point. */
export interface Range {
  from: string;
  to: string;
}

/** The last code point: whatever begins with a text stands before the text with this after it. */
const last = '\u{10ffff}';

export const rangeOf = (prefix: string): Range => ({ from: prefix, to: prefix + last });

import { isScalar, parse, parseDocument } from 'yaml';
import type { Path } from './problem.ts';

/** A value to write where one stands. */
export interface ScalarEdit {
  path: Path;
  value: string | number | boolean | null;
}

/**
 * The text with other values at some places, and every other character as it was: comments, order, the writer's own layout. A place that
 * holds no single value, or that is not there, is left alone.
 */
export function editScalars(text: string, edits: readonly ScalarEdit[]): string {
  const document = parseDocument(text, { logLevel: 'silent' });
  const places = edits.flatMap(({ path, value }) => {
    const node = document.getIn([...path], true);
    if (!isScalar(node) || !node.range || node.value === value) return [];
    const [start, end] = node.range;
    // Nothing stands right behind a colon; the last line of a block of text is its own, and what comes next begins a line.
    const before = start === end && !/\s/.test(text[start - 1] ?? ' ') ? ' ' : '';
    const after = text.slice(start, end).endsWith('\n') ? '\n' : '';
    return [{ start, end, words: `${before}${scalarText(value)}${after}` }];
  });
  return places
    .toSorted((a, b) => b.start - a.start)
    .reduce((whole, { start, end, words }) => `${whole.slice(0, start)}${words}${whole.slice(end)}`, text);
}

/** A value as it may stand anywhere: bare where nobody could take it for anything else. */
export function scalarText(value: ScalarEdit['value']): string {
  if (typeof value !== 'string') return String(value);
  if (/[\p{Cc}\u2028\u2029\ufeff]/u.test(value)) return JSON.stringify(value);
  const bare = /^\p{L}[^,[\]{}:#'"&*!|>%@`\\]*$/u.test(value) && !value.endsWith(' ') && parse(value) === value;
  return bare ? value : `'${value.replaceAll("'", "''")}'`;
}

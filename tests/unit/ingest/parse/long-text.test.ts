import { expect, it } from 'vitest';
import { LongTextFilter } from '#ingest/parse/xml/long-text.ts';

function pass(limit: number, pieces: string[]): string {
  const filter = new LongTextFilter(limit);
  return pieces.map((piece) => filter.pass(piece)).join('');
}

const piece = 'una riga\n'.repeat(100);

it('passes what is within the limit untouched', () => {
  const pieces = ['<a>', piece, piece, '</a>'];
  expect(pass(10_000, pieces)).toBe(pieces.join(''));
});

it('leaves out what is beyond it, and keeps the count of lines and the tags after it', () => {
  const pieces = ['<a>', ...Array.from({ length: 50 }, () => piece), 'fine</a><b>poi</b>'];
  const passed = pass(1000, pieces);
  expect(passed.length).toBeLessThan(8000);
  expect(passed.split('\n')).toHaveLength(pieces.join('').split('\n').length);
  expect(passed).toMatch(/^<a>una riga/);
  expect(passed).toMatch(/<\/a><b>poi<\/b>$/);
});

it.each([
  ['<a><![CDATA[', ']]></a>'],
  ['<a><!--', '--></a>'],
])('what opened before the cut is closed after it: %s', (start, end) => {
  const passed = pass(1000, [start, piece, piece, piece, `x${end}`]);
  expect(passed.startsWith(start)).toBe(true);
  expect(passed.endsWith(end)).toBe(true);
  expect(passed.length).toBeLessThan(2600);
});

it.each(['<a>', '<a b="', '<!-- ', '<a'])('ends with one reason where not even a blank comes: %s', (start) => {
  const endless = 'x'.repeat(500);
  expect(() => pass(1000, [start, ...Array.from({ length: 10 }, () => endless)])).toThrow(/without a tag or a blank/);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aroundChanges, diffLines, type DiffLine } from '#lib/procedures/types/line-diff.ts';

/** Row by row from the ends of both: what is left over, kept or changed. */
const shortest = (a: readonly string[], b: readonly string[]): number => {
  let below = Array.from({ length: b.length + 1 }, (_, j) => b.length - j);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = [a.length - i];
    for (let j = b.length - 1; j >= 0; j -= 1)
      row.unshift(a[i] === b[j] ? (below[j + 1] ?? 0) : 1 + Math.min(below[j] ?? 0, row[0] ?? 0));
    below = row;
  }
  return below[0] ?? 0;
};
const side = (lines: readonly DiffLine[], without: DiffLine['kind']) =>
  lines.filter(({ kind }) => kind !== without).map(({ text }) => text);

describe('the lines of two texts', () => {
  it('make both texts again, by the fewest changes', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const lines = diffLines(a.join('\n'), b.join('\n'));
        expect(side(lines, 'added')).toEqual(a);
        expect(side(lines, 'removed')).toEqual(b);
        expect(lines.filter(({ kind }) => kind !== 'same').length).toBe(shortest(a, b));
        const numbers = (key: 'before' | 'after') => lines.flatMap((line) => line[key] ?? []);
        expect(numbers('before')).toEqual(a.map((_, i) => i + 1));
        expect(numbers('after')).toEqual(b.map((_, i) => i + 1));
      }),
      { numRuns: 400 },
    );
  });

  it('of long texts with nothing in common are told in good time', () => {
    const many = (name: string) => Array.from({ length: 8000 }, (_, i) => `${name}${i}`).join('\n');
    const begun = performance.now();
    expect(diffLines(many('a'), many('b')).length).toBe(16_000);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('are shown around the changes, with a mark where some are left out', () => {
    const text = Array.from({ length: 30 }, (_, i) => String(i));
    const lines = aroundChanges(diffLines(text.join('\n'), text.with(15, 'x').join('\n')), 2);
    expect(lines.map((line) => line && `${line.kind[0]} ${line.text}`)).toEqual([
      null,
      's 13',
      's 14',
      'r 15',
      'a x',
      's 16',
      's 17',
      null,
    ]);
    expect(aroundChanges(diffLines('a\nb', 'a\nb'))).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aroundChanges, diffLines, type DiffLine } from '#lib/procedures/types/line-diff.ts';

const shortest = (a: readonly string[], b: readonly string[]): number => {
  const table = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  for (let i = a.length; i >= 0; i -= 1)
    for (let j = b.length; j >= 0; j -= 1)
      table[i]![j] =
        i === a.length || j === b.length
          ? a.length - i + b.length - j
          : a[i] === b[j]
            ? table[i + 1]![j + 1]!
            : 1 + Math.min(table[i + 1]![j]!, table[i]![j + 1]!);
  return table[0]![0]!;
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

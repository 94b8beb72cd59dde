import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strongComponents } from '#lib/procedures/types/strong-components.ts';

const graphs = fc
  .integer({ min: 0, max: 12 })
  .chain((size) =>
    fc.array(fc.array(fc.nat({ max: Math.max(0, size - 1) }), { maxLength: 4 }), { minLength: size, maxLength: size }),
  );

function reach(successors: readonly (readonly number[])[], from: number): Set<number> {
  const seen = new Set([from]);
  for (const one of seen) for (const to of successors[one] ?? []) seen.add(to);
  return seen;
}

describe('strongComponents', () => {
  it('puts together what reaches one another, and nothing else', () =>
    fc.assert(
      fc.property(graphs, (successors) => {
        const parts = strongComponents(successors);
        expect(parts.flat().sort((a, b) => a - b)).toEqual([...successors.keys()]);
        const partOf = new Map(parts.flatMap((part, index) => part.map((one) => [one, index] as const)));
        for (const a of successors.keys())
          for (const b of successors.keys())
            expect(partOf.get(a) === partOf.get(b)).toBe(reach(successors, a).has(b) && reach(successors, b).has(a));
      }),
    ));

  it('names each part after all those that it leads to', () =>
    fc.assert(
      fc.property(graphs, (successors) => {
        const order = new Map(strongComponents(successors).flatMap((part, index) => part.map((one) => [one, index])));
        for (const [from, ways] of successors.entries())
          for (const to of ways) expect(order.get(to) ?? 0).toBeLessThanOrEqual(order.get(from) ?? 0);
      }),
    ));

  it('takes a row of many thousands', () =>
    expect(strongComponents(Array.from({ length: 50_000 }, (_, i) => (i < 49_999 ? [i + 1] : [])))).toHaveLength(
      50_000,
    ));
});

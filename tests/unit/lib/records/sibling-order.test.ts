import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderSiblings, positionGap } from '#lib/records/sibling-order.ts';

describe('orderSiblings', () => {
  it.each([
    {
      name: 'keeps siblings that stand in order',
      known: [10, 20, 30],
      positions: [10, 20, 30],
      moved: [false, false, false],
    },
    {
      name: 'appends a newcomer after the last',
      known: [10, null],
      positions: [10, 10 + positionGap],
      moved: [false, false],
    },
    { name: 'puts a newcomer halfway', known: [10, null, 20], positions: [10, 15, 20], moved: [false, false, false] },
    {
      name: 'renumbers when there is no room, and nobody counts as moved',
      known: [10, null, 11],
      positions: [1, 2, 3].map((n) => n * positionGap),
      moved: [false, false, false],
    },
    { name: 'moves one when the last comes first', known: [30, 10, 20], positions: null, moved: [true, false, false] },
    { name: 'has nothing to do without children', known: [], positions: [], moved: [] },
  ])('$name', ({ known, positions, moved }) => {
    const result = orderSiblings(known);
    if (positions) expect(result.positions).toEqual(positions);
    expect(result.moved).toEqual(moved);
  });

  it('puts a newcomer in front without touching the others', () => {
    const { positions, moved } = orderSiblings([null, positionGap, 2 * positionGap]);
    expect(positions.slice(1)).toEqual([positionGap, 2 * positionGap]);
    expect(positions[0]).toBeLessThan(positionGap);
    expect(moved).toEqual([false, false, false]);
  });

  it('always gives strictly increasing positions and moves as few as possible', () => {
    const siblings = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { maxLength: 30 }).chain((known) =>
      fc
        .tuple(fc.shuffledSubarray(known, { minLength: known.length }), fc.array(fc.nat({ max: 40 }), { maxLength: 5 }))
        .map(([order, newcomers]) => {
          const list: (number | null)[] = [...order];
          for (const at of newcomers) list.splice(Math.min(at, list.length), 0, null);
          return list;
        }),
    );
    fc.assert(
      fc.property(siblings, (known) => {
        const { positions, moved } = orderSiblings(known);
        expect(positions).toHaveLength(known.length);
        for (let i = 1; i < positions.length; i++) expect(positions[i]).toBeGreaterThan(positions[i - 1] as number);
        const sorted = known.filter((position) => position !== null);
        if (sorted.every((position, i) => i === 0 || position > (sorted[i - 1] as number)))
          expect(moved.includes(true)).toBe(false);
        expect(moved.filter(Boolean).length).toBeLessThan(Math.max(1, sorted.length));
      }),
    );
  });
});

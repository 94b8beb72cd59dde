import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishAt, stampAt, stamped, toldAt, type DisseminationClock } from '#lib/records/dissemination-clock.ts';

describe('the clock of dissemination', () => {
  it('stamps with the second it is, or one that nobody was told yet', () => {
    expect(stampAt({ published: 99, given: 98 }, 100.7)).toBe(100);
    expect(stampAt({ published: 100, given: 100 }, 100.9)).toBe(101);
    expect(stampAt({ published: 500, given: 500 }, 100)).toBe(501);
  });

  it('shows a stamp once its second is there, and at once where the clock was set back', () => {
    expect(publishAt({ published: 99, given: 101 }, 100.5).published).toBe(99);
    expect(publishAt({ published: 99, given: 101 }, 101).published).toBe(101);
    expect(publishAt({ published: 500, given: 501 }, 100).published).toBe(501);
    expect(publishAt({ published: 99, given: 98 }, 105.2).published).toBe(105);
  });

  it('tells no time that is still to come', () => {
    expect(toldAt({ published: 500, given: 500 }, 100)).toBe(100);
    expect(toldAt({ published: 90, given: 95 }, 100)).toBe(90);
  });

  it('whoever asks from what they were told has everything in the end, whatever the clock does', () => {
    // Writers change things; one worker stamps them and, apart from that, publishes; a harvester asks when it likes.
    const step = fc.oneof(
      fc.record({ does: fc.constant('change' as const), thing: fc.nat(5) }),
      fc.record({ does: fc.constantFrom('begin' as const, 'commit' as const, 'publish' as const, 'harvest' as const) }),
      fc.record({
        does: fc.constant('move' as const),
        by: fc.oneof(fc.double({ min: 0, max: 3, noNaN: true }), fc.integer({ min: -50, max: 50 })),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        let now = 1000;
        let clock: DisseminationClock = { published: 0, given: 0 };
        const versions = new Map<number, number>();
        const stamps = new Map<number, number>();
        const due = new Set<number>();
        let batch: { stamp: number; things: number[] } | null = null;
        const held = new Map<number, number>();
        let from = 0;
        const harvest = () => {
          const told = toldAt(clock, now);
          for (const [thing, stamp] of stamps)
            if (stamp >= from && stamp <= clock.published) held.set(thing, versions.get(thing) ?? 0);
          from = told;
        };
        const begin = () => {
          if (batch || due.size === 0) return;
          batch = { stamp: stampAt(clock, now), things: [...due] };
          due.clear();
        };
        const commit = () => {
          if (!batch) return;
          for (const thing of batch.things) stamps.set(thing, batch.stamp);
          clock = stamped(clock, batch.stamp);
          batch = null;
        };
        for (const one of steps) {
          if (one.does === 'change') {
            versions.set(one.thing, (versions.get(one.thing) ?? 0) + 1);
            due.add(one.thing);
          } else if (one.does === 'move') now += one.by;
          else if (one.does === 'begin') begin();
          else if (one.does === 'commit') commit();
          // The worker holds the clock's row while it stamps.
          else if (one.does === 'publish' && !batch) {
            const next = publishAt(clock, now);
            expect(next.published).toBeGreaterThanOrEqual(clock.published);
            clock = next;
          } else if (one.does === 'harvest') harvest();
        }
        commit();
        begin();
        commit();
        now += 100;
        clock = publishAt(clock, now);
        harvest();
        expect(Object.fromEntries(held)).toEqual(Object.fromEntries(versions));
      }),
      { numRuns: 2000 },
    );
  });
});

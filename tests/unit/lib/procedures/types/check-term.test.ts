import { describe, expect, it } from 'vitest';
import { longestPath } from '#lib/procedures/types/check-term.ts';
import type { Graph } from '#lib/procedures/types/graph.ts';
import type { Norm } from '#lib/procedures/types/term.ts';
import { walkGraph } from '#lib/procedures/types/walk-graph.ts';
import { transition } from '#tests/builders/procedure-types.ts';
import { plainCatalogue } from '#tests/builders/random-graph.ts';

const graph = (norms: Record<string, Norm>, transitions: Graph['transitions']): Graph => ({
  start: 'filing',
  nodes: {
    filing: { activity: 'a0', norm: { days: 99, unit: 'calendar' } },
    ...Object.fromEntries(Object.entries(norms).map(([name, norm]) => [name, { activity: 'a0', norm }])),
  },
  ends: { done: { outcome: 'granted' } },
  transitions: [transition('filing', 'one', [], ['startClock']), ...transitions],
});
const calendar = (days: number): Norm => ({ days, unit: 'calendar' });
const longest = (of: Graph) => longestPath(of, plainCatalogue, walkGraph(of));

describe('longestPath', () => {
  it.each([
    {
      name: 'takes the longer of two ways',
      of: graph({ one: calendar(1), short: calendar(2), long: calendar(5) }, [
        transition('one', 'short'),
        transition('one', 'long'),
        transition('short', 'done'),
        transition('long', 'done'),
      ]),
      wanted: { days: 6, nodes: ['one', 'long'] },
    },
    {
      name: 'does not count while the term is suspended',
      of: graph({ one: calendar(1), wait: calendar(30), two: calendar(2) }, [
        transition('one', 'wait', [], ['suspend:art2c7']),
        transition('wait', 'two', [], ['resumeClock']),
        transition('two', 'done'),
      ]),
      wanted: { days: 3, nodes: ['one', 'two'] },
    },
    {
      name: 'does not count after the term has ended',
      of: graph({ one: calendar(1), after: calendar(60) }, [
        transition('one', 'after', [], ['stopClock']),
        transition('after', 'done'),
      ]),
      wanted: { days: 1, nodes: ['one'] },
    },
    {
      name: 'counts a check again when it is done again after a suspension',
      of: graph({ one: calendar(3), wait: calendar(30) }, [
        transition('one', 'wait', ['suspensionUnused'], ['suspend:art2c7']),
        transition('wait', 'one', [], ['resumeClock']),
        transition('one', 'done'),
      ]),
      wanted: { days: 6, nodes: ['one', 'one'] },
    },
    {
      name: 'counts anew what begins anew',
      of: graph({ one: calendar(10), wait: calendar(30), two: calendar(8) }, [
        transition('one', 'wait', [], ['interrupt:art19c3']),
        transition('wait', 'two', [], ['restartClock']),
        transition('two', 'done'),
      ]),
      wanted: { days: 10, nodes: ['one'] },
    },
    {
      name: 'counts a loop once and ends',
      of: graph({ one: calendar(1), two: calendar(2) }, [
        transition('one', 'two'),
        transition('two', 'one'),
        transition('two', 'done'),
      ]),
      wanted: { days: 3 },
    },
  ])('$name', ({ of, wanted }) => expect(longest(of)).toMatchObject(wanted));

  it('turns working days into no fewer calendar days than any day of the worst winter gives', () => {
    const holidays = new Set(['12-08', '12-25', '12-26', '01-01', '01-06']);
    const works = (day: Date) => day.getUTCDay() % 6 !== 0 && !holidays.has(day.toISOString().slice(5, 10));
    const dayAfter = (day: Date, days: number) => new Date(day.getTime() + days * 86_400_000);
    for (let year = 2024; year <= 2028; year++)
      for (let start = 0; start < 45; start++)
        for (const days of [1, 2, 5, 10, 15, 16, 20, 27, 40, 60, 61, 90, 120]) {
          const first = dayAfter(new Date(`${year}-11-25T00:00:00Z`), start);
          let taken = 0;
          for (let left = days; left > 0;) if (works(dayAfter(first, ++taken))) left--;
          const one: Norm = { days, unit: 'working' };
          const { days: bound } = longest(graph({ one }, [transition('one', 'done', [], ['stopClock'])]));
          if (bound < taken) expect(`${days} working days after ${first.toISOString()}`).toBe(`${bound} ≥ ${taken}`);
        }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt, numberOf } from '#lib/procedures/day.ts';
import { firstInstantOf, romeDay } from '#lib/procedures/rome.ts';

describe('instants and Italian days', () => {
  it.each([
    { name: 'half past midnight of a winter night is the next day', at: '2026-01-15T23:30:00Z', day: '2026-01-16' },
    { name: 'one minute to midnight in winter is not', at: '2026-01-15T22:59:00Z', day: '2026-01-15' },
    {
      name: 'in summer the day begins two hours before that of Greenwich',
      at: '2026-07-15T22:00:00Z',
      day: '2026-07-16',
    },
    { name: 'a minute before it does not', at: '2026-07-15T21:59:59.999Z', day: '2026-07-15' },
    {
      name: 'the night summer time begins, the day begins by winter time',
      at: '2026-03-28T23:00:00Z',
      day: '2026-03-29',
    },
    { name: 'and ends by summer time', at: '2026-03-29T22:00:00Z', day: '2026-03-30' },
    { name: 'New Year’s Eve belongs to the new year after midnight', at: '2026-12-31T23:00:00Z', day: '2027-01-01' },
    { name: '29 February exists', at: '2028-02-28T23:30:00Z', day: '2028-02-29' },
  ])('$name', ({ at, day }) => expect(romeDay(new Date(at))).toBe(day));

  it.each([
    { day: '2026-01-16', at: '2026-01-15T23:00:00.000Z' },
    { day: '2026-03-29', at: '2026-03-28T23:00:00.000Z' },
    { day: '2026-03-30', at: '2026-03-29T22:00:00.000Z' },
    { day: '2026-10-25', at: '2026-10-24T22:00:00.000Z' },
    { day: '2026-10-26', at: '2026-10-25T23:00:00.000Z' },
  ])('$day begins at $at', ({ day, at }) => expect(firstInstantOf(day).toISOString()).toBe(at));

  it('the first instant of a day is of it and the one before is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: numberOf('1950-01-01'), max: numberOf('2099-12-31') }), (number) => {
        const at = firstInstantOf(dayAt(number));
        expect(romeDay(at)).toBe(dayAt(number));
        expect(romeDay(new Date(at.getTime() - 1))).toBe(dayAt(number - 1));
      }),
    );
  });
});

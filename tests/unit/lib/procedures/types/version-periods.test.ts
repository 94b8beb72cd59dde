import { describe, expect, it } from 'vitest';
import { lastDayOf, versionInForce } from '#lib/procedures/types/version-periods.ts';

const version = (number: number, validFrom: string | null, validTo: string | null = null) => ({
  version: number,
  validFrom,
  validTo,
});
const first = version(1, '2023-01-01');
const second = version(2, '2026-03-01');
const third = version(3, '2026-06-01', '2026-12-31');
const all = [second, first, third];

describe('versions of a type', () => {
  it.each([
    ['2022-12-31', undefined],
    ['2023-01-01', 1],
    ['2026-02-28', 1],
    ['2026-03-01', 2],
    ['2026-05-31', 2],
    ['2026-06-01', 3],
    ['2026-12-31', 3],
    ['2027-01-01', 2],
  ])('on %s it is %s', (day, number) => expect(versionInForce(all, day)?.version).toBe(number));

  it('one without a first day has always held', () =>
    expect(versionInForce([version(1, null)], '1950-01-01')?.version).toBe(1));

  it('one ends on the eve of the next, or by itself', () => {
    expect(lastDayOf(first, all)).toBe('2026-02-28');
    expect(lastDayOf(second, all)).toBe('2026-05-31');
    expect(lastDayOf(third, all)).toBe('2026-12-31');
    expect(lastDayOf(second, [first, second])).toBeNull();
  });
});

import type { Day } from '#lib/procedures/day.ts';

/** The year that an address asks for, within those that the calendar knows; else this one. */
export function readYear(asked: string | string[] | undefined, today: Day): number {
  const year = Number(Array.isArray(asked) ? asked[0] : asked);
  return Number.isInteger(year) && year >= 1950 && year <= 2199 ? year : Number(today.slice(0, 4));
}

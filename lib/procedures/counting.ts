import type { DayNumber } from './day.ts';

/** A stretch of days that do not count: its first day is out (the clock ran on it), its last is in. */
export interface Stop {
  from: DayNumber;
  to: DayNumber;
}

/** Overlapping and adjacent stops as one: no day is taken off twice. */
export function mergeStops(stops: readonly Stop[]): Stop[] {
  const merged: Stop[] = [];
  const inOrder = stops.filter(({ from, to }) => from < to).sort((one, other) => one.from - other.from);
  for (const { from, to } of inOrder) {
    const before = merged.at(-1);
    if (before && from <= before.to) before.to = Math.max(before.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/**
 * The day on which a number of days is used up, first day out and last day in (Codice civile art. 2963 c. 2).
 * @param stops merged. @param counts whether a day outside them counts.
 */
export function lastCountedDay(
  start: DayNumber,
  days: number,
  stops: readonly Stop[],
  counts: (day: DayNumber) => boolean,
): DayNumber {
  let day = start;
  let left = days;
  let next = 0;
  while (left > 0) {
    const stop = stops[next];
    if (stop && stop.from <= day) {
      day = Math.max(day, stop.to);
      next++;
    } else {
      day++;
      if (counts(day)) left--;
    }
  }
  return day;
}

/** How many days count after `start`, up to and including `end`. */
export function countedDays(
  start: DayNumber,
  end: DayNumber,
  stops: readonly Stop[],
  counts: (day: DayNumber) => boolean,
): number {
  let counted = 0;
  let next = 0;
  for (let day = start; day < end;) {
    const stop = stops[next];
    if (stop && stop.from <= day) {
      day = Math.max(day, stop.to);
      next++;
    } else {
      day++;
      if (counts(day)) counted++;
    }
  }
  return counted;
}

/** How many days of a span, first out and last in, lie within stops. */
export function stoppedDays(start: DayNumber, end: DayNumber, stops: readonly Stop[]): number {
  return stops.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)), 0);
}

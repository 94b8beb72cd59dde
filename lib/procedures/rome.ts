import { type Day, numberOf } from './day.ts';

const clockOfRome = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Rome',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const sortable = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  dateStyle: 'short',
  timeStyle: 'short',
});

const hour = 3_600_000;

/** The day it is in Italy at that instant: a request sent at 23:30 UTC of a winter night is of the next day. */
export function romeDay(instant: Date): Day {
  const parts = new Map(clockOfRome.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}

/** The instant a day begins in Italy. A term ends with the last instant of its last day: just before the next one begins. */
export function firstInstantOf(day: Day): Date {
  const midnight = numberOf(day) * 24 * hour;
  const starts = [2, 1].map((offset) => new Date(midnight - offset * hour));
  const found = starts.find((at) => romeDay(at) === day && romeDay(new Date(at.getTime() - 1)) !== day);
  return found ?? new Date(midnight - hour);
}

/** The instant that clocks in Italy show as `yyyy-mm-ddThh:mm`; null for none. Of an hour that comes twice, the first. */
export function romeInstant(local: string): Date | null {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return null;
  const found = [2, 1]
    .map((offset) => new Date(asUtc - offset * hour))
    .find((at) => sortable.format(at) === local.replace('T', ' '));
  return found ?? null;
}

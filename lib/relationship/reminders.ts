import { addDays, daysBetween, type Day } from '#lib/procedures/day.ts';

/** Days before a last day at which one is reminded of it. */
export const reminderDays = [15, 5, 1] as const;
export type ReminderDays = (typeof reminderDays)[number];

/**
 * Which reminder stands today for a last day: the nearest that has been reached, so that a night without power skips none. What began after the
 * day of a reminder was told then, and needs none.
 */
export function reminderOn(today: Day, { since, dueOn }: { since: Day; dueOn: Day }): ReminderDays | null {
  const left = daysBetween(today, dueOn);
  if (left < 0) return null;
  const reached = reminderDays.findLast((days) => left <= days);
  return reached !== undefined && addDays(dueOn, -reached) > since ? reached : null;
}

/** Of one reminder for one agent: a last day that moved is reminded of anew. */
export const reminderKey = (what: 'action' | 'term', procedure: string, dueOn: Day, days: ReminderDays): string =>
  `${what}:${procedure}:${dueOn}:${days}`;

export const serviceKey = (code: string, version: number): string => `service:${code}:${version}`;

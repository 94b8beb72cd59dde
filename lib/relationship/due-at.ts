import { addDays, numberOf, weekdayOf } from '#lib/procedures/day.ts';
import { romeDay, romeInstant } from '#lib/procedures/rome.ts';
import type { Channel, Preferences } from './preferences.ts';
import { afterQuiet } from './quiet-hours.ts';
import { isUrgent, mutable, type Topic } from './topics.ts';

/** When digests go, as clocks in Italy show it. */
const digestHour = '08:00';
/** Monday. */
const digestWeekday = 1;
/** Steps that follow each other at a desk are told in one go. */
const settling = 5 * 60_000;

/**
 * By which ways a notification goes out to somebody, of those that can be used for them.
 * @param muted whether it is of a case that they muted
 */
export const channelsFor = (
  topic: Topic,
  preferences: Preferences,
  usable: readonly Channel[],
  muted = false,
): Channel[] =>
  preferences.topics.includes(topic) && !(muted && mutable.includes(topic))
    ? usable.filter((channel) => preferences.channels.includes(channel))
    : [];

/** When something of a topic that happened at an instant is to go out: digests gather what can wait, and nothing goes in quiet hours. */
export function dueAt(at: Date, topic: Topic, { digest, quiet }: Pick<Preferences, 'digest' | 'quiet'>): Date {
  if (isUrgent(topic)) return afterQuiet(at, quiet);
  if (digest === 'immediate') return afterQuiet(new Date(at.getTime() + settling), quiet);
  return afterQuiet(nextDigest(at, digest), quiet);
}

/** The first digest after an instant. */
function nextDigest(at: Date, digest: 'daily' | 'weekly'): Date {
  const today = romeDay(at);
  for (let days = 0; days <= 8; days++) {
    const day = addDays(today, days);
    if (digest === 'weekly' && weekdayOf(numberOf(day)) !== digestWeekday) continue;
    const instant = romeInstant(`${day}T${digestHour}`);
    if (instant && instant > at) return instant;
  }
  return at;
}

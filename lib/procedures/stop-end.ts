import type { Calendar } from './calendar.ts';
import { addDays, type Day, laterOf } from './day.ts';
import type { Law } from './law.ts';
import type { NoticeOfRefusal, StopRule, Suspension } from './ledger.ts';
import { preavvisoDiRigettoWindow, restartOn } from './preavviso-di-rigetto.ts';

/**
 * When a stop ends. `event`: what was awaited came; `limit`: by itself, at the longest the law allows; `law`: on the day the law
 * sets (art. 10-bis); `open`: not yet, so the earliest and the latest day are given (null: nothing limits it).
 */
export type StopEnd = { how: 'event' | 'limit' | 'law'; on: Day } | { how: 'open'; earliest: Day; latest: Day | null };

export interface StopContext {
  law: Law;
  calendar: Calendar;
  asOf: Day;
}

export function endOf(stop: Suspension, rule: StopRule, context: StopContext): StopEnd {
  if (stop.kind === 'art10bis') return endOfNotice(stop, context);
  const limit = rule.maxDays === null ? null : addDays(stop.from, rule.maxDays);
  if (stop.to !== null && (limit === null || stop.to <= limit)) return { how: 'event', on: stop.to };
  if (limit !== null && (stop.to !== null || context.asOf >= limit)) return { how: 'limit', on: limit };
  return { how: 'open', earliest: laterOf(context.asOf, stop.from), latest: limit };
}

function endOfNotice(notice: NoticeOfRefusal, { law, calendar, asOf }: StopContext): StopEnd {
  const today = laterOf(asOf, notice.from);
  // Who answers has received.
  const receivedOn = notice.receivedOn ?? notice.observationsOn;
  const window = preavvisoDiRigettoWindow(receivedOn ?? today, law, calendar);
  // Only a law that ended between the notice and its receipt leads here: nothing is known to hold the clock.
  if (window.kind === 'noLawInForce') return { how: 'law', on: notice.from };
  if (receivedOn === null) return { how: 'open', earliest: window.until, latest: null };
  if (notice.observationsOn !== null) return { how: 'law', on: restartOn(window, notice.observationsOn) };
  if (today > window.until) return { how: 'law', on: window.until };
  return { how: 'open', earliest: window.until, latest: restartOn(window, window.until) };
}

/** The end under the better or the worse case; null when nothing limits it. */
export function endIn(end: StopEnd, scenario: 'earliest' | 'latest'): Day | null {
  if (end.how !== 'open') return end.on;
  return scenario === 'earliest' ? end.earliest : end.latest;
}

/** Whether the clock stands still on that day: an event starts it on its own day, a limit or the law only after theirs. */
export function stands(from: Day, end: StopEnd, day: Day): boolean {
  if (day < from) return false;
  if (end.how === 'open') return true;
  return end.how === 'event' ? day < end.on : day <= end.on && end.on > from;
}

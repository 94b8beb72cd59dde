import { type Clock, type ClockContext, readingDay, settlementOf } from './clock.ts';
import { stoppedDays } from './counting.ts';
import { type Day, daysBetween, numberOf } from './day.ts';

/** How long a procedure took, in calendar days from the day it was received, that day out. */
export interface Duration {
  /** With suspensions: what is measured and published (L. 241/1990 art. 2 c. 4-bis). */
  gross: number;
  suspended: number;
  /** Without those that count: what the term is held to. */
  net: number;
}

export function durationOf(clock: Clock, receivedOn: Day, context: ClockContext): Duration {
  const { asOf } = readingDay(clock, context.today);
  const { merged } = settlementOf(clock, context, 'earliest');
  const gross = Math.max(0, daysBetween(receivedOn, asOf));
  const suspended = stoppedDays(numberOf(receivedOn), numberOf(asOf), merged);
  return { gross, suspended, net: gross - suspended };
}

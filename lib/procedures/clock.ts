import { z } from 'zod';
import type { Calendar } from './calendar.ts';
import { countedDays } from './counting.ts';
import { type Day, dayAt, daySchema, laterOf, numberOf } from './day.ts';
import type { Finding } from './findings.ts';
import type { Law } from './law.ts';
import { datesOf } from './ledger-checks.ts';
import { type Ledger, ledgerSchema } from './ledger.ts';
import { type AcceptedStop, settle, type Settlement } from './settlement.ts';
import { stopFindings } from './stop-findings.ts';
import { stands } from './stop-end.ts';
import { countsOf, termSchema } from './term.ts';

/** `legal`: the term of law; `service`: the one the Comune promises; `substitute`: potereSostitutivo (L. 241/1990 art. 2 c. 9-ter). */
export const clockKinds = ['legal', 'service', 'activity', 'substitute'] as const;

export const clockSchema = z.object({
  kind: z.enum(clockKinds),
  term: termSchema,
  /** Office whose closures count for norms in working days. */
  calendarId: z.string().min(1),
  ledger: ledgerSchema,
  /** The day the act was adopted, or the procedure ended otherwise: it stops the clock for good. */
  concludedOn: daySchema.nullable(),
});
export type Clock = z.infer<typeof clockSchema>;

export interface ClockContext {
  law: Law;
  calendar: Calendar;
  /** The day it is in Italy. */
  today: Day;
}

export type ClockState = 'runs' | 'suspended' | 'expired' | 'stopped';

/** While a stop is open its end is not known: the deadline if it ended today, and at the latest (null: nothing limits it). */
export type Deadline = { kind: 'fixed'; on: Day } | { kind: 'open'; earliest: Day; latest: Day | null };

/** What a clock says on a day. Never stored as truth: derived again from term, ledger, law and calendar. */
export interface ClockReading {
  state: ClockState;
  asOf: Day;
  budget: number;
  elapsed: number;
  remaining: number;
  deadline: Deadline;
  /** Days past the deadline, in the unit of the term. */
  overdue: number;
  stops: AcceptedStop[];
  findings: Finding[];
}

export function readClock(clock: Clock, context: ClockContext): ClockReading {
  const { asOf, findings } = readingDay(clock, context.today);
  const settled = settlementOf(clock, context, 'earliest');
  const counts = countsOf(clock.term, context.calendar);
  const now = numberOf(asOf);
  const until = Math.min(now, settled.lastCounted ?? now);
  const elapsed = countedDays(settled.countsFrom, until, settled.merged, counts);
  const standing = settled.stops.some(({ stop, end }) => stands(stop.from, end, asOf));
  const deadline = deadlineOf(clock, context, settled);
  const due = settled.deadline ?? now;
  return {
    state: stateOf(clock, standing, now > due),
    asOf,
    budget: settled.budget,
    elapsed,
    remaining: settled.budget - elapsed,
    deadline,
    overdue: countedDays(due, now, [], counts),
    stops: settled.stops,
    findings: [...findings, ...settled.findings, ...stopFindings(settled.stops)],
  };
}

/** The ledger worked through as of the day of the reading. */
export function settlementOf(clock: Clock, context: ClockContext, scenario: 'earliest' | 'latest'): Settlement {
  const { asOf } = readingDay(clock, context.today);
  return settle(clock.term, clock.ledger, { ...context, asOf, concludedOn: clock.concludedOn, scenario });
}

function deadlineOf(clock: Clock, context: ClockContext, settled: Settlement): Deadline {
  const on = dayAt(settled.deadline ?? numberOf(clock.term.startOn));
  const open = settled.stops.some(({ end }) => end.how === 'open');
  if (!open || clock.concludedOn !== null) return { kind: 'fixed', on };
  const latest = settlementOf(clock, context, 'latest').deadline;
  return { kind: 'open', earliest: on, latest: latest === null ? null : dayAt(latest) };
}

function stateOf(clock: Clock, standing: boolean, late: boolean): ClockState {
  if (clock.concludedOn !== null) return 'stopped';
  if (standing) return 'suspended';
  return late ? 'expired' : 'runs';
}

/** A clock is read today, or as it stood when it was stopped; never before what it has recorded. */
export function readingDay(clock: Clock, today: Day): { asOf: Day; findings: Finding[] } {
  const { startOn } = clock.term;
  if (clock.concludedOn !== null) {
    const { concludedOn } = clock;
    if (concludedOn >= startOn) return { asOf: concludedOn, findings: [] };
    return { asOf: startOn, findings: [{ code: 'concludedBeforeStart', effect: 'noted', startOn, concludedOn }] };
  }
  const latest = recordedDays(clock.ledger).reduce(laterOf, startOn);
  if (today >= latest) return { asOf: today, findings: [] };
  return { asOf: latest, findings: [{ code: 'clockSetBack', effect: 'noted', today, latest }] };
}

/** The end of a stop may be fixed beforehand; all else in a ledger has happened. */
function recordedDays(ledger: Ledger): Day[] {
  return ledger.flatMap((entry) => (entry.kind === 'art10bis' ? datesOf(entry) : [entry.from]));
}

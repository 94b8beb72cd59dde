import type { Calendar } from './calendar.ts';
import { lastCountedDay, mergeStops, type Stop } from './counting.ts';
import { type Day, type DayNumber, dayAt, numberOf } from './day.ts';
import type { Finding } from './findings.ts';
import type { Law } from './law.ts';
import { type Candidate, candidatesOf } from './ledger-checks.ts';
import type { Extension, Ledger, StopRule, Suspension } from './ledger.ts';
import { endIn, endOf, type StopEnd } from './stop-end.ts';
import { barOn, countsOf, type Term } from './term.ts';

/** A stop that counts. */
export interface AcceptedStop {
  stop: Suspension;
  rule: StopRule;
  end: StopEnd;
  /** Last day it takes off; null when nothing limits it. */
  to: Day | null;
}

/** A ledger worked through: what counts, what it makes of the term, and what is wrong with it. */
export interface Settlement {
  stops: AcceptedStop[];
  extensions: Extension[];
  merged: Stop[];
  /** The day the count starts from: that of the term, or the act of the last interruption. */
  countsFrom: DayNumber;
  /** Days of the term with its extensions. */
  budget: number;
  /** Day on which the budget is used up, and the deadline, which may lie later: null when an open stop has no limit. */
  lastCounted: DayNumber | null;
  deadline: DayNumber | null;
  findings: Finding[];
}

export interface SettlementContext {
  law: Law;
  calendar: Calendar;
  asOf: Day;
  concludedOn: Day | null;
  scenario: 'earliest' | 'latest';
}

/** Entries are taken in the order of their days; each counts if the term, as moved by those before it, was not over. */
export function settle(term: Term, ledger: Ledger, context: SettlementContext): Settlement {
  const { candidates, findings } = candidatesOf(ledger, { startOn: term.startOn, ...context });
  const inOrder = candidates.toSorted((one, other) =>
    fromOf(one) < fromOf(other) ? -1 : Number(fromOf(one) > fromOf(other)),
  );
  let settled = projected(term, context.calendar, [], [], findings);
  for (const candidate of inOrder) {
    const { deadline } = settled;
    if (deadline !== null && numberOf(fromOf(candidate)) > deadline) {
      const { id } = candidate.kind === 'stop' ? candidate.stop : candidate.extension;
      findings.push({ code: 'afterExpiry', effect: 'refused', id, expiredOn: dayAt(deadline) });
    } else if (candidate.kind === 'extension') {
      settled = projected(
        term,
        context.calendar,
        settled.stops,
        [...settled.extensions, candidate.extension],
        findings,
      );
    } else {
      const end = endOf(candidate.stop, candidate.rule, context);
      const accepted = { stop: candidate.stop, rule: candidate.rule, end, to: endIn(end, context.scenario) };
      settled = projected(term, context.calendar, [...settled.stops, accepted], settled.extensions, findings);
    }
  }
  return settled;
}

function projected(
  term: Term,
  calendar: Calendar,
  stops: AcceptedStop[],
  extensions: Extension[],
  findings: Finding[],
): Settlement {
  const limited = stops.flatMap(({ stop, to }) =>
    to === null ? [] : [{ from: numberOf(stop.from), to: numberOf(to) }],
  );
  const merged = mergeStops(limited);
  const interruptions = stops.filter(({ rule }) => rule.effect === 'interrupts').map(({ stop }) => numberOf(stop.from));
  const countsFrom = Math.max(numberOf(term.startOn), ...interruptions);
  const budget = extensions.reduce((sum, { days }) => sum + days, term.days);
  const settled = { stops, extensions, merged, countsFrom, budget, findings };
  if (limited.length < stops.length) return { ...settled, lastCounted: null, deadline: null };
  const lastCounted = lastCountedDay(countsFrom, budget, merged, countsOf(term, calendar));
  return { ...settled, lastCounted, deadline: expiryFrom(lastCounted, term, calendar, merged) };
}

/** A term stopped on its very last day ends on the day it starts again; one that ends on a holiday rolls, if it does, past both. */
function expiryFrom(lastCounted: DayNumber, term: Term, calendar: Calendar, merged: readonly Stop[]): DayNumber {
  for (let day = lastCounted; ;) {
    const stopped = merged.find(({ from, to }) => from <= day && day < to);
    if (stopped) day = stopped.to;
    else if (barOn(day, term, calendar)) day++;
    else return day;
  }
}

function fromOf(candidate: Candidate): Day {
  return candidate.kind === 'stop' ? candidate.stop.from : candidate.extension.from;
}

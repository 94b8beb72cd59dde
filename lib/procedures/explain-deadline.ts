import { type Clock, type ClockContext, settlementOf } from './clock.ts';
import { type Day, type DayNumber, dayAt, numberOf } from './day.ts';
import { type DatedName, type ExplainedRow, type RowReason, rowsOf, type StopReference } from './explained-rows.ts';
import type { Finding } from './findings.ts';
import type { AcceptedStop, Settlement } from './settlement.ts';
import { barOn, countsOf, type Term } from './term.ts';

/** "Why is this the deadline", as data that a page puts into words: what the term is made of, then every day of it. */
export interface DeadlineExplanation {
  term: Term;
  extensions: { id: string; act: string | null; article: string; days: number }[];
  budget: number;
  rows: ExplainedRow[];
  lastCounted: Day;
  deadline: Day;
  /** Ids of the stops still open, for which the scenario is assumed. */
  assumed: string[];
  findings: Finding[];
}

/** @returns null when an open stop has no limit and the latest deadline is asked for: there is none. */
export function explainDeadline(
  clock: Clock,
  context: ClockContext,
  scenario: 'earliest' | 'latest' = 'earliest',
): DeadlineExplanation | null {
  const settled = settlementOf(clock, context, scenario);
  const { lastCounted, deadline } = settled;
  if (lastCounted === null || deadline === null) return null;
  const { term } = clock;
  return {
    term,
    extensions: settled.extensions.map(({ id, act, article, days }) => ({ id, act, article, days })),
    budget: settled.budget,
    rows: rowsOf(
      numberOf(term.startOn),
      deadline,
      restartsOf(settled),
      reasonOf(settled, term, context, lastCounted, deadline),
    ),
    lastCounted: dayAt(lastCounted),
    deadline: dayAt(deadline),
    assumed: settled.stops.flatMap(({ stop, end }) => (end.how === 'open' ? [stop.id] : [])),
    findings: settled.findings,
  };
}

function reasonOf(
  settled: Settlement,
  term: Term,
  { calendar }: ClockContext,
  lastCounted: DayNumber,
  deadline: DayNumber,
): (day: DayNumber) => RowReason {
  const start = numberOf(term.startOn);
  const counts = countsOf(term, calendar);
  const stops = settled.stops.map((accepted) => ({ ...spanOf(accepted), reference: referenceTo(accepted) }));
  const passed: DatedName[] = [];
  for (let day = lastCounted; day < deadline; day++) {
    const bar = barOn(day, term, calendar);
    if (bar) passed.push({ on: dayAt(day), ...bar });
  }
  return (day) => {
    if (day === start) return { kind: 'firstDayOut' };
    const holding = stops.filter(({ from, to }) => from < day && day <= to).map(({ reference }) => reference);
    if (holding.length > 0) return { kind: 'stopped', stops: holding };
    if (day > lastCounted) return { kind: 'rolled', passed };
    if (counts(day)) return { kind: 'counted' };
    const closed = calendar.holidayAt(day) ?? calendar.closureAt(day);
    return { kind: 'notWorking', days: closed ? [{ on: dayAt(day), ...closed }] : [] };
  };
}

function spanOf({ stop, to }: AcceptedStop): { from: DayNumber; to: DayNumber } {
  return { from: numberOf(stop.from), to: numberOf(to ?? stop.from) };
}

function referenceTo({ stop, rule, end }: AcceptedStop): StopReference {
  return { id: stop.id, kind: stop.kind, act: stop.act, article: rule.article, effect: rule.effect, ended: end.how };
}

function restartsOf(settled: Settlement): Map<DayNumber, string> {
  const interruptions = settled.stops.filter(({ rule }) => rule.effect === 'interrupts');
  return new Map(interruptions.map(({ stop }) => [numberOf(stop.from), stop.id]));
}

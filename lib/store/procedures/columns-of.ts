import { calendarOf, type Calendar } from '#lib/procedures/calendar.ts';
import type { CalendarData } from '#lib/procedures/calendar-data.ts';
import { readClock, type Clock, type ClockState } from '#lib/procedures/clock.ts';
import type { Day } from '#lib/procedures/day.ts';
import type { Law } from '#lib/procedures/law.ts';
import { silenceOutcomes } from '#lib/procedures/types/outcomes.ts';
import type { ActivityCatalogue } from '#lib/procedures/types/activity-type.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';

/** What a deadline is read by. */
export interface ReadingBasis {
  law: Law;
  calendar: Calendar;
  today: Day;
}

/** The columns of `procedure` that follow from its events and from the day: all that a step may change. */
export interface ProcedureColumns extends DueColumns {
  id: string;
  version: number;
  state: Procedure['state'];
  node: string | null;
  activity: string | null;
  activity_state: string | null;
  phase: string | null;
  activity_due_on: Day | null;
  waiting_for: string | null;
  unit: string;
  assignee: string | null;
  silence: Procedure['silence'];
  outcome: string | null;
  concluded_on: Day | null;
  by_silence: boolean | null;
  closed_on: Day | null;
  document: Procedure;
  changed_at: string;
}

export interface DueColumns {
  due_on: Day | null;
  due_latest: Day | null;
  clock_state: ClockState | null;
  days_late: number | null;
}

/** The fold of a procedure's events as lists see it. */
export function columnsOf(
  procedure: Procedure,
  catalogue: ActivityCatalogue,
  basis: ReadingBasis,
  at: Date,
): ProcedureColumns {
  const running = procedure.state === 'running' ? procedure.at : null;
  const ended = procedure.state === 'running' ? null : procedure;
  const activity = running ? catalogue.get(running.activity) : undefined;
  return {
    id: procedure.id,
    version: procedure.version,
    state: procedure.state,
    node: running?.node ?? null,
    activity: running?.activity ?? null,
    activity_state: running?.state ?? null,
    phase: activity?.phase ?? null,
    activity_due_on: running?.dueOn ?? null,
    waiting_for: running?.state === 'waiting' ? outside(activity?.actor) : null,
    unit: procedure.unit,
    assignee: procedure.assignee,
    silence: procedure.silence,
    outcome: ended?.outcome ?? null,
    concluded_on: ended?.concludedOn ?? null,
    by_silence: ended ? silenceOutcomes.some((outcome) => outcome === ended.outcome) : null,
    closed_on: procedure.state === 'closed' ? procedure.closedOn : null,
    document: procedure,
    changed_at: at.toISOString(),
    ...dueColumnsOf(procedure, basis),
  };
}

const outsiders = ['applicant', 'counterparty', 'otherOffice', 'otherBody'] as const;

/** Whom the office waits for, where it is somebody else. */
const outside = (actor: string | undefined) => outsiders.find((one) => one === actor) ?? null;

/** What the term says on the day: the substitute's where one has stepped in (L. 241/1990 art. 2 c. 9-ter). */
export function dueColumnsOf(
  procedure: Pick<Procedure, 'state' | 'legal' | 'substitute'>,
  basis: ReadingBasis,
): DueColumns {
  const { substitute, legal: clock } = procedure;
  const ended = procedure.state !== 'running';
  if (substitute.state === 'active' && !ended) {
    const { overdue: _overdue, ...due } = readDue(substitute.clock, basis);
    return { ...due, days_late: null };
  }
  if (clock === null) return { due_on: null, due_latest: null, clock_state: null, days_late: null };
  const { overdue, ...due } = readDue(clock, basis);
  return { ...due, days_late: ended ? overdue : null };
}

function readDue(clock: Clock, basis: ReadingBasis) {
  const { deadline, state, overdue } = readClock(clock, basis);
  return {
    due_on: deadline.kind === 'fixed' ? deadline.on : deadline.earliest,
    due_latest: deadline.kind === 'fixed' ? null : deadline.latest,
    clock_state: state,
    overdue,
  };
}

/** Thousands of cases ask the same calendar for the same days, and it remembers what it was asked. */
const calendars = new WeakMap<CalendarData, Map<string, Calendar>>();

/** The days of the office that a case counts by. @throws when the calendar knows no such office */
export function officeCalendar(data: CalendarData, office: string): Calendar {
  const known = calendars.get(data) ?? new Map<string, Calendar>();
  calendars.set(data, known);
  const calendar = known.get(office) ?? calendarOf(data, office);
  if (!calendar) throw new Error(`the calendar knows no office "${office}"`);
  known.set(office, calendar);
  return calendar;
}

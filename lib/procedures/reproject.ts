import type { Calendar, NamedDay } from './calendar.ts';
import { type Clock, type ClockContext, type Deadline, readClock } from './clock.ts';
import { type Day, type DayNumber, dayAt, laterOf, numberOf } from './day.ts';

/** What a day was and what an edit of the calendar makes of it. */
export interface CalendarChange {
  on: Day;
  was: NamedDay | null;
  is: NamedDay | null;
}

export interface Reprojection {
  moved: boolean;
  before: Deadline;
  after: Deadline;
  /** The changed days between the start of the term and its deadline: the reason that goes into the log. */
  because: CalendarChange[];
}

/** The deadline again under an edited calendar. */
export function reproject(clock: Clock, context: ClockContext, edited: Calendar): Reprojection {
  const before = readClock(clock, context).deadline;
  const after = readClock(clock, { ...context, calendar: edited }).deadline;
  const moved = lastOf(before) !== lastOf(after) || firstOf(before) !== firstOf(after);
  const until = laterOf(lastOf(before), lastOf(after));
  const because = moved ? calendarChanges(context.calendar, edited, clock.term.startOn, until, clock.term.unit) : [];
  return { moved, before, after, because };
}

/** Days whose nature two calendars see differently; closures matter only to a term in working days. */
export function calendarChanges(
  before: Calendar,
  after: Calendar,
  from: Day,
  until: Day,
  unit: 'calendar' | 'working',
): CalendarChange[] {
  const natureIn = (calendar: Calendar, day: DayNumber) =>
    calendar.holidayAt(day) ?? (unit === 'working' ? calendar.closureAt(day) : null);
  const changes: CalendarChange[] = [];
  for (let day = numberOf(from); day <= numberOf(until); day++) {
    const was = natureIn(before, day);
    const is = natureIn(after, day);
    if (was?.id !== is?.id) changes.push({ on: dayAt(day), was, is });
  }
  return changes;
}

const firstOf = (deadline: Deadline): Day => (deadline.kind === 'fixed' ? deadline.on : deadline.earliest);
const lastOf = (deadline: Deadline): Day =>
  deadline.kind === 'fixed' ? deadline.on : (deadline.latest ?? deadline.earliest);

import type { Calendar } from '../calendar.ts';
import type { Clock, ClockContext, Deadline } from '../clock.ts';
import type { Day } from '../day.ts';
import { reproject } from '../reproject.ts';
import type { ProcedureEvent } from './procedure-event.ts';

/**
 * What an edited calendar makes of a term, as an event that says which days did it; null where nothing moved, or where the term has had its
 * end. Days are derived: the event is there to be read.
 * @param context with the calendar as it was
 * @param day on which it is recorded
 */
export function reprojected(clock: Clock, context: ClockContext, edited: Calendar, day: Day): ProcedureEvent | null {
  if (clock.concludedOn !== null) return null;
  const { moved, before, after, because } = reproject(clock, context, edited);
  if (!moved) return null;
  return {
    kind: 'deadlineReprojected',
    day,
    before: firstOf(before),
    after: firstOf(after),
    because: because.map(({ on, was, is }) => ({ on, was: was?.name.it ?? null, is: is?.name.it ?? null })),
  };
}

const firstOf = (deadline: Deadline): Day => (deadline.kind === 'fixed' ? deadline.on : deadline.earliest);

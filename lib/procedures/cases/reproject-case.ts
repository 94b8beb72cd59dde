import type { Calendar } from '../calendar.ts';
import type { Deadline } from '../clock.ts';
import type { Day } from '../day.ts';
import { reproject } from '../reproject.ts';
import { begin, follow } from './course.ts';
import type { Decided, DecisionContext } from './decision.ts';
import type { Procedure } from './procedure.ts';
import { standingOf } from './standing.ts';

/**
 * What an edited calendar makes of the term of a case, as an event that says which days did it; null where nothing moved. The days
 * themselves are derived: the event is there to be read.
 * @param context with the calendar as it was.
 */
export function reprojectCase(procedure: Procedure, context: DecisionContext, edited: Calendar): Decided | null {
  const { clock, day } = standingOf(procedure, context);
  if (!procedure.legal || procedure.legal.concludedOn !== null) return null;
  const { moved, before, after, because } = reproject(procedure.legal, clock, edited);
  if (!moved) return null;
  const course = follow(begin(procedure), day, [
    {
      kind: 'deadlineReprojected',
      before: firstOf(before),
      after: firstOf(after),
      because: because.map(({ on, was, is }) => ({ on, was: was?.name.it ?? null, is: is?.name.it ?? null })),
    },
  ]);
  return { kind: 'decided', procedure: course.procedure, events: [...course.events] };
}

const firstOf = (deadline: Deadline): Day => (deadline.kind === 'fixed' ? deadline.on : deadline.earliest);

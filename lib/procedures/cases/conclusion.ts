import { readClock } from '../clock.ts';
import { type Day, daysBetween } from '../day.ts';
import { durationOf } from '../duration.ts';
import type { Outcome } from '../types/outcomes.ts';
import { type Course, type Fact, follow } from './course.ts';
import { isSilent, type Standing } from './standing.ts';

/**
 * The end of a procedure: on the day the act was adopted, or silence formed, or the party gave up. Gross days are what is measured
 * and published; the term is kept or not by the clock, without what held it.
 */
export function conclude(course: Course, standing: Standing, outcome: Outcome, timeEndedOn: Day | null): Course {
  const { clock, day } = standing;
  if (course.procedure.state !== 'running') return course;
  const { adopted, filing } = course.procedure;
  const on = timeEndedOn ?? (outcome === 'withdrawn' ? day : (adopted?.on ?? day));
  const halted: Fact[] = course.procedure.legal?.concludedOn === null ? [{ kind: 'clockStopped', on }] : [];
  const stopped = follow(course, day, halted);
  const { legal } = stopped.procedure;
  return follow(stopped, day, [
    {
      kind: 'concluded',
      outcome,
      on,
      act: adopted?.act ?? null,
      bySilence: isSilent(outcome),
      grossDays: Math.max(0, daysBetween(filing.filedOn, on)),
      suspendedDays: legal ? durationOf(legal, filing.filedOn, clock).suspended : 0,
      daysLate: legal ? readClock(legal, clock).overdue : 0,
    },
  ]);
}

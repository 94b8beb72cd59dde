import { type ClockState, readClock } from '../clock.ts';
import type { Day } from '../day.ts';
import { activityOf } from './activity-begun.ts';
import type { DecisionContext } from './decision.ts';
import type { Procedure } from './procedure.ts';
import { type Standing, standingOf } from './standing.ts';
import { timeActsOn } from './time-acts.ts';

/**
 * What a store keeps beside a case, to list and sort by: a projection as of a day, made again after every event and every edit of the
 * calendar, never truth. Whether a fixed day has passed is asked of `dueOn` on the day of the question.
 */
export interface DueFacts {
  /** Last day of the term that binds now: the substitute's where one is at work. Null without a term, while it is held, after its end. */
  dueOn: Day | null;
  /** While the term is held: the last day if it ran on today, and at the latest (null: nothing limits it). */
  earliest: Day | null;
  latest: Day | null;
  clock: ClockState | 'none';
  /** Days past the term, in its unit. */
  overdue: number;
  waitingFor: 'applicant' | 'counterparty' | 'otherOffice' | 'otherBody' | null;
  activityDueOn: Day | null;
  /** The day from which `letTimeAct` does something, if nothing happens before; null where time alone does nothing. */
  timeActsOn: Day | null;
}

export function dueFacts(procedure: Procedure, context: DecisionContext): DueFacts {
  const standing = standingOf(procedure, context);
  const running = procedure.state === 'running' ? procedure.at : null;
  return {
    ...clockFacts(standing),
    waitingFor: running?.state === 'waiting' ? waitingFor(context, running.node) : null,
    activityDueOn: running?.dueOn ?? null,
    timeActsOn: timeActsOn(standing),
  };
}

function clockFacts({
  procedure,
  legal,
  clock,
}: Standing): Pick<DueFacts, 'dueOn' | 'earliest' | 'latest' | 'clock' | 'overdue'> {
  const reading = procedure.substitute.state === 'active' ? readClock(procedure.substitute.clock, clock) : legal;
  if (!reading) return { dueOn: null, earliest: null, latest: null, clock: 'none', overdue: 0 };
  const { state, overdue, deadline } = reading;
  const none = { dueOn: null, earliest: null, latest: null };
  if (state === 'stopped') return { ...none, clock: state, overdue };
  if (deadline.kind === 'fixed') return { ...none, dueOn: deadline.on, clock: state, overdue };
  return { dueOn: null, earliest: deadline.earliest, latest: deadline.latest, clock: state, overdue };
}

function waitingFor(context: DecisionContext, node: string): DueFacts['waitingFor'] {
  const actor = activityOf(context, node)?.actor;
  return actor === 'applicant' || actor === 'counterparty' || actor === 'otherOffice' || actor === 'otherBody'
    ? actor
    : null;
}

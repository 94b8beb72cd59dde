import type { DecisionContext } from './decision.ts';
import { activityOf } from './activity-begun.ts';
import type { Procedure } from './procedure.ts';

/** Whose answer an activity waits for; the other actors outside the office are bodies and offices. */
export type AwaitedParty = 'applicant' | 'counterparty';

type Where = Pick<DecisionContext, 'type' | 'catalogue' | 'calendar'>;

/** The party whom the activity at hand asks for something, answered or not. */
export function partyAsked(procedure: Procedure, context: Where): AwaitedParty | null {
  if (procedure.state !== 'running') return null;
  const activity = activityOf(context, procedure.at.node);
  if (activity?.mode !== 'waiting') return null;
  return activity.actor === 'applicant' || activity.actor === 'counterparty' ? activity.actor : null;
}

/** The same, as long as nothing has come from them. */
export function partyAwaited(procedure: Procedure, context: Where): AwaitedParty | null {
  return procedure.state === 'running' && procedure.at.state === 'waiting' ? partyAsked(procedure, context) : null;
}

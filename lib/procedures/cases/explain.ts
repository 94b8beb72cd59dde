import type { Clock } from '../clock.ts';
import { type DeadlineExplanation, explainDeadline } from '../explain-deadline.ts';
import type { DecisionContext } from './decision.ts';
import type { Procedure } from './procedure.ts';
import { standingOf } from './standing.ts';

/** Why the days of a case are what they are, term by term; null where there is no such term, or no latest day. */
export interface Explanations {
  legal: DeadlineExplanation | null;
  service: DeadlineExplanation | null;
  substitute: DeadlineExplanation | null;
}

export function explain(
  procedure: Procedure,
  context: DecisionContext,
  scenario: 'earliest' | 'latest' = 'earliest',
): Explanations {
  const { clock } = standingOf(procedure, context);
  const of = (one: Clock | null) => one && explainDeadline(one, clock, scenario);
  const { legal, service, substitute } = procedure;
  return {
    legal: of(legal),
    service: of(service),
    substitute: of(substitute.state === 'active' ? substitute.clock : null),
  };
}

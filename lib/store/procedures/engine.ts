import type { Action } from '#lib/procedures/cases/action.ts';
import type { Decided, Decision, DecisionContext, Reason } from '#lib/procedures/cases/decision.ts';
import type { FilingFacts } from '#lib/procedures/cases/filing-facts.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';

/** A filing that the type does not take, and why. */
export interface FilingRefusal {
  kind: 'refused';
  reasons: Reason[];
}

export interface NewCase {
  id: string;
  filing: FilingFacts;
  silence: Procedure['silence'];
}

/** The decisions that the store writes down: pure, so that they are taken again under a lock as often as it needs. */
export interface Engine {
  file(asked: NewCase, context: DecisionContext): Decided | FilingRefusal;
  decide(procedure: Procedure, action: Action, context: DecisionContext): Decision;
}

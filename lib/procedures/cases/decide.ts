import type { Action } from './action.ts';
import { isRefusal } from './actions/doing.ts';
import { doingBars, doingDone } from './actions/doings.ts';
import { advance } from './advance.ts';
import { begin, type Course, follow } from './course.ts';
import type { Decision, DecisionContext, Reason } from './decision.ts';
import { goOn } from './go-on.ts';
import type { Procedure } from './procedure.ts';
import { refusal } from './refusal.ts';
import { type Standing, standingOf } from './standing.ts';
import { timeStep } from './time-acts.ts';

/**
 * Whether the law and the type let an action happen, and what it brings about. Nothing is written and nobody's right to act is asked:
 * the answer is what happens next, or why not and what is allowed.
 */
export function decide(procedure: Procedure, action: Action, context: DecisionContext): Decision {
  const standing = standingOf(procedure, context);
  const result = resultOf(standing, action);
  if ('reasons' in result) {
    const [first, ...others] = result.reasons;
    if (!first) throw new Error(`"${action.kind}" is refused for no reason`);
    return refusal(standing, action.kind, [first, ...others]);
  }
  const course = goOn(result, context);
  return { kind: 'decided', procedure: course.procedure, events: [...course.events] };
}

function resultOf(standing: Standing, action: Action): Course | { reasons: readonly Reason[] } {
  if (action.kind === 'advance') return stepped(advance(standing, action));
  if (action.kind === 'letTimeAct') return stepped(timeStep(standing));
  const bars = doingBars(action.kind, standing);
  if (bars.length > 0) return { reasons: bars };
  const facts = doingDone(standing, action, action.kind);
  return isRefusal(facts) ? facts : follow(begin(standing.procedure), standing.day, facts);
}

const stepped = (result: Course | Reason[]): Course | { reasons: readonly Reason[] } =>
  Array.isArray(result) ? { reasons: result } : result;

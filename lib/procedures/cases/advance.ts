import type { Action } from './action.ts';
import { onlyWhile } from './actions/doing.ts';
import type { Course } from './course.ts';
import type { Reason } from './decision.ts';
import type { Given } from './given.ts';
import { reason } from './reason.ts';
import type { Standing } from './standing.ts';
import { step } from './step.ts';

/** Along the first line to that place whose conditions all hold; else what bars the nearest. */
export function advance(standing: Standing, action: Extract<Action, { kind: 'advance' }>): Course | Reason[] {
  const { procedure, graph } = standing;
  if (procedure.state !== 'running') return onlyWhile(standing, 'running');
  const { node } = procedure.at;
  const given: Given = {
    found: action.found,
    checked: action.checked,
    act: action.act ?? null,
    message: action.message ?? null,
    asked: action.asked ?? [],
    note: action.note ?? null,
  };
  let nearest: Reason[] | null = null;
  for (const line of graph.transitions) {
    if (line.from !== node || line.to !== action.to) continue;
    const result = step(standing, line, given);
    if (!Array.isArray(result)) return result;
    if (nearest === null || result.length < nearest.length) nearest = result;
  }
  return nearest ?? [noLine(action.to)];
}

const noLine = (to: string): Reason =>
  reason('noSuchWay', `da qui questo procedimento non va a «${to}»`, `from here this procedure does not go to "${to}"`);

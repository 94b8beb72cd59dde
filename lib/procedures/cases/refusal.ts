import type { ActionKind } from './action.ts';
import type { Reason, Refusal } from './decision.ts';
import { openOptions } from './options.ts';
import type { Standing } from './standing.ts';

/** Why not, where the case stands and what is allowed instead. */
export function refusal(standing: Standing, action: ActionKind, reasons: readonly [Reason, ...Reason[]]): Refusal {
  const { procedure } = standing;
  return {
    kind: 'refused',
    action,
    state: procedure.state,
    node: procedure.state === 'running' ? procedure.at.node : null,
    reasons: [...reasons],
    allowed: openOptions(standing),
  };
}

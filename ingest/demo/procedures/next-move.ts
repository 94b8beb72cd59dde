import type { DecisionContext } from '#lib/procedures/cases/decision.ts';
import { standingOf, type Standing } from '#lib/procedures/cases/standing.ts';
import { timeActsOn } from '#lib/procedures/cases/time-acts.ts';
import { addDays } from '#lib/procedures/day.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import type { Behaviour } from './behaviour.ts';
import { chanceOf, type Chance } from './chance.ts';
import type { CaseSoFar } from './facts.ts';
import { movesAfterEnd } from './moves-after-end.ts';
import { movesWhileRunning } from './moves-while-running.ts';
import type { Move } from './move.ts';
import { nightOf } from './office-hours.ts';
import type { Offices } from './offices.ts';

export interface Scene extends CaseSoFar {
  /** Number of the case: its chance. */
  n: number;
  standing: Standing;
  context: DecisionContext;
  behaviour: Behaviour;
  offices: Offices;
  /** When the last thing happened. */
  now: Date;
  chanceOf(word: string): Chance;
}

export interface Asked extends CaseSoFar {
  n: number;
  context: DecisionContext;
  offices: Offices;
  now: Date;
}

/** What happens next to a case if nothing else does: what somebody does, or time; null where nobody will. */
export function nextMove(asked: Asked): Move | null {
  const { procedure, n, context } = asked;
  const activity = procedure.activities;
  const scene: Scene = {
    ...asked,
    standing: standingOf(procedure, context),
    chanceOf: (word) => chanceOf('move', n, activity, procedure.state, word),
  };
  return firstOf(procedure.state === 'running' ? movesWhileRunning(scene) : movesAfterEnd(scene), moveOfTime(asked));
}

export function firstOf(one: Move | null, other: Move | null): Move | null {
  if (!one || !other) return one ?? other;
  return one.at < other.at ? one : other;
}

/** What time alone will bring: silence, the end of a window or of what is awaited. */
export function moveOfTime({ procedure, context, now }: Asked): Move | null {
  const day = timeActsOn(standingOf(procedure, context));
  if (day === null) return null;
  const tonight = addDays(romeDay(now), 1);
  return {
    at: nightOf(day > tonight ? day : tonight),
    actor: { kind: 'system' },
    paper: null,
    once: null,
    actions: () => [{ kind: 'letTimeAct' }],
  };
}

import type { Action, ActionKind } from '../action.ts';
import type { Fact } from '../course.ts';
import type { Reason } from '../decision.ts';
import { reason } from '../reason.ts';
import type { Standing } from '../standing.ts';

export interface Refused {
  reasons: readonly Reason[];
}

/** An action that moves the case along no line of its graph: what bars it as the case stands, and what it brings about or why not. */
export interface Doing<K extends ActionKind> {
  bars(standing: Standing): Reason[];
  done(standing: Standing, action: Extract<Action, { kind: K }>): readonly Fact[] | Refused;
}

export const isRefusal = (result: readonly Fact[] | Refused): result is Refused => 'reasons' in result;
export const refuse = (...reasons: Reason[]): Refused => ({ reasons });

export const onlyWhile = ({ procedure }: Standing, ...states: Standing['procedure']['state'][]): Reason[] =>
  states.includes(procedure.state) ? [] : [stateWords[procedure.state]];

const stateWords = {
  running: reason('stillRunning', 'la pratica è in corso', 'the case is still running'),
  concluded: reason('alreadyConcluded', 'la pratica è conclusa', 'the case is concluded'),
  closed: reason('alreadyClosed', 'il fascicolo è chiuso', 'the file is closed'),
};

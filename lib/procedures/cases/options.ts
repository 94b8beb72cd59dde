import { effectWords } from '../types/effects.ts';
import type { Transition } from '../types/graph.ts';
import { outcomeWords } from '../types/outcomes.ts';
import type { Text } from '../types/text.ts';
import { isFindable } from './action.ts';
import { actionWords } from './action-words.ts';
import { doingBars, doingKinds } from './actions/doings.ts';
import { activityOf } from './activity-begun.ts';
import type { DecisionContext, Option } from './decision.ts';
import type { Procedure } from './procedure.ts';
import { needsAct } from './law-bars.ts';
import { hasExpired, type Standing, standingOf } from './standing.ts';
import { step } from './step.ts';
import { isStopEffect } from './stop-entries.ts';
import { timeStep } from './time-acts.ts';

/** Everything that can be done with a procedure as it stands, open or barred with its reason: what buttons are drawn from. */
export const optionsOf = (procedure: Procedure, context: DecisionContext): Option[] =>
  optionsIn(standingOf(procedure, context));

export const openOptions = (standing: Standing): Option[] =>
  optionsIn(standing).filter(({ barred }) => barred === null);

function optionsIn(standing: Standing): Option[] {
  const { procedure, graph } = standing;
  const here = procedure.state === 'running' ? procedure.at.node : null;
  return [
    ...graph.transitions.filter(({ from }) => from === here).map((line) => lineOption(standing, line)),
    ...doingKinds.map((action): Option => ({
      ...plain,
      action,
      label: actionWords[action],
      barred: doingBars(action, standing)[0] ?? null,
      needsAct: action === 'extend' || action === 'issueAttestation' || action === 'reopen',
    })),
    timeOption(standing),
  ];
}

const plain = { to: null, finds: [], effects: [], needsAct: false };

function lineOption(standing: Standing, line: Transition): Option {
  const finds = line.guards.filter(isFindable);
  const wants = needsAct(standing, line);
  // As if the officer found it so, ticked all and named the act: what still bars it is none of the officer's doing.
  const tried = step(standing, line, {
    found: finds,
    checked: everyTick(standing, line.from),
    act: wants ? { reference: '—', record: null } : null,
    message: null,
    asked: [],
    note: null,
  });
  return {
    action: 'advance',
    to: line.to,
    label: labelOf(standing, line.to),
    finds,
    barred: Array.isArray(tried) ? (tried[0] ?? null) : null,
    needsAct: wants,
    effects: line.effects.map((effect) =>
      isStopEffect(effect) && hasExpired(standing) ? movesNothing : effectWords[effect],
    ),
  };
}

const movesNothing: Text = {
  it: 'il termine è già scaduto, e non si ferma',
  en: 'the term has expired already, and is not stopped',
};

function everyTick({ context }: Standing, node: string): number[] {
  return [...(activityOf(context, node)?.checklist ?? []).keys()];
}

function labelOf({ context, graph }: Standing, to: string): Text {
  const outcome = graph.ends[to]?.outcome;
  if (outcome) return outcomeWords[outcome];
  return activityOf(context, to)?.verb ?? { it: to, en: to };
}

function timeOption(standing: Standing): Option {
  const result = timeStep(standing);
  return {
    ...plain,
    action: 'letTimeAct',
    label: actionWords.letTimeAct,
    barred: Array.isArray(result) ? (result[0] ?? null) : null,
  };
}

import type { Day } from '../day.ts';
import type { Graph, Transition } from '../types/graph.ts';
import { guardWords, type Guard } from '../types/guards.ts';
import type { Text } from '../types/text.ts';
import type { DecisionContext } from './decision.ts';
import type { RunningProcedure } from './procedure.ts';

/** What comes after the activity that runs, when nothing goes wrong. */
export interface NextSteps {
  /** One for each way that is open, with what it hangs on where there are several. */
  ways: { title: Text; when: Text | null }[];
  /** By when it is expected: the day of the activity that runs; null where that has none, or the term is suspended. */
  by: Day | null;
}

/** What is not how a case ordinarily goes: nobody expects it before it is found. */
const outOfTheOrdinary: readonly Guard[] = [
  'documentsIncomplete',
  'requirementsNotMet',
  'applicantWithdraws',
  'termExpired',
  'silenceApplies',
  'preavvisoUnused',
  'objectionsReceived',
  'placeNotAvailable',
];

const most = 3;

/**
 * The ways onward of a running case as its party reads them (CAD art. 41 c. 2-quater: the state of progress); null where none is foreseen.
 * @param suspended whether the term stands still, and with it what is expected
 */
export function nextStepsOf(
  procedure: RunningProcedure,
  { type, catalogue }: Pick<DecisionContext, 'type' | 'catalogue'>,
  suspended: boolean,
): NextSteps | null {
  const graph: Graph = type.graph;
  const onward = graph.transitions.filter(
    ({ from, guards }) => from === procedure.at.node && !guards.some((guard) => outOfTheOrdinary.includes(guard)),
  );
  const targets = [...new Map(onward.map((way) => [way.to, way])).values()].slice(0, most);
  if (targets.length === 0) return null;
  const ways = targets.map((way) => ({
    title: titleOf(way.to, graph, catalogue),
    when: targets.length > 1 ? conditionOf(way, targets) : null,
  }));
  return { ways, by: suspended ? null : procedure.at.dueOn };
}

function titleOf(name: string, graph: Graph, catalogue: DecisionContext['catalogue']): Text {
  const activity = graph.nodes[name]?.activity;
  if (activity === undefined) return conclusion;
  return catalogue.get(activity)?.name ?? { it: activity, en: activity };
}

/** How it ends is not said before it has. */
const conclusion: Text = { it: 'Conclusione', en: 'Conclusion' };

/** What tells this way from the others. */
function conditionOf(way: Transition, all: readonly Transition[]): Text | null {
  const own = way.guards.filter((guard) => !all.every(({ guards }) => guards.includes(guard)));
  if (own.length === 0) return null;
  const say = (language: keyof Text, and: string) => own.map((guard) => guardWords[guard][language]).join(and);
  return { it: `se ${say('it', ' e ')}`, en: `if ${say('en', ' and ')}` };
}

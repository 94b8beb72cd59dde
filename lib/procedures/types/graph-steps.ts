import { actorWords, phaseWords, type ActivityCatalogue } from './activity-type.ts';
import { effectWords } from './effects.ts';
import type { Graph, Transition } from './graph.ts';
import { guardWords } from './guards.ts';
import { layersOf } from './graph-layers.ts';
import { outcomeWords } from './outcomes.ts';
import type { Text } from './text.ts';
import { normWords } from './type-words.ts';
import { normOf } from './norm-of.ts';

/** A step of the procedure as a list says it: the drawing for those who don't see it. */
export interface GraphStep {
  number: number;
  name: string;
  title: Text;
  phase: Text | null;
  actor: Text | null;
  norm: Text | null;
  citizenText: Text | null;
  /** One sentence for each transition, in the order of the graph. */
  ways: Text[];
}

/** The activities numbered in the order in which the drawing shows them. */
export function toGraphSteps(graph: Graph, catalogue: ActivityCatalogue): GraphStep[] {
  const names = layersOf(graph, catalogue)
    .layers.flat()
    .filter((name) => Object.hasOwn(graph.nodes, name));
  const numbers = new Map(names.map((name, index) => [name, index + 1]));
  const titleOf = (name: string): Text => {
    const activity = graph.nodes[name]?.activity ?? name;
    return catalogue.get(activity)?.name ?? { it: activity, en: activity };
  };
  const targetOf = (name: string): Text => {
    const number = numbers.get(name);
    const title = titleOf(name);
    if (number !== undefined) return { it: `passo ${number}, ${title.it}`, en: `step ${number}, ${title.en}` };
    const outcome = graph.ends[name]?.outcome;
    const end = outcome ? outcomeWords[outcome] : { it: name, en: name };
    return { it: `fine: ${end.it}`, en: `end: ${end.en}` };
  };
  return names.map((name, index) => {
    const node = graph.nodes[name];
    const activity = catalogue.get(node?.activity ?? '');
    return {
      number: index + 1,
      name,
      title: titleOf(name),
      phase: activity ? phaseWords[activity.phase] : null,
      actor: activity ? actorWords[activity.actor] : null,
      norm: normWords(normOf(graph, catalogue, name)),
      citizenText: node?.citizenText ?? activity?.citizenText ?? null,
      ways: graph.transitions
        .filter(({ from }) => from === name)
        .map((transition) => wayWords(transition, targetOf(transition.to))),
    };
  });
}

/** "Se la documentazione è completa: passo 5, Esame (il termine riprende)." */
function wayWords({ guards, effects }: Transition, target: Text): Text {
  const say = (language: keyof Text, if_: string, then: string, and: string): string => {
    const conditions = guards.map((guard) => guardWords[guard][language]).join(and);
    const brought = effects.map((effect) => effectWords[effect][language]).join('; ');
    const head = conditions ? `${if_} ${conditions}` : then;
    return `${head}: ${target[language]}${brought ? ` (${brought})` : ''}.`;
  };
  return { it: say('it', 'Se', 'Poi', ' e '), en: say('en', 'If', 'Then', ' and ') };
}

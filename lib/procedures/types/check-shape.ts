import type { ActivityCatalogue } from './activity-type.ts';
import type { Graph } from './graph.ts';
import type { TypeProblem } from './problem.ts';
import { strongComponents } from './strong-components.ts';
import type { Walk } from './walk-graph.ts';

/** Names that lead nowhere, activities that nobody knows or that say nothing to the citizen. */
export function checkNames(graph: Graph, catalogue: ActivityCatalogue): TypeProblem[] {
  const found: TypeProblem[] = [];
  const isThere = (name: string) => Object.hasOwn(graph.nodes, name) || Object.hasOwn(graph.ends, name);
  if (!Object.hasOwn(graph.nodes, graph.start))
    found.push({
      code: 'noStart',
      path: ['graph', 'start'],
      message: { it: `«${graph.start}» non è un nodo`, en: `"${graph.start}" is no node` },
    });
  for (const name of Object.keys(graph.ends))
    if (Object.hasOwn(graph.nodes, name))
      found.push({
        code: 'nodeAndEnd',
        path: ['graph', 'ends', name],
        message: { it: `«${name}» è insieme un nodo e una fine`, en: `"${name}" is both a node and an end` },
      });
  for (const [index, { from, to }] of graph.transitions.entries()) {
    if (!Object.hasOwn(graph.nodes, from))
      found.push({
        code: 'fromNowhere',
        path: ['graph', 'transitions', index, 'from'],
        message: { it: `si parte da «${from}», che non è un nodo`, en: `leaves "${from}", which is no node` },
      });
    if (!isThere(to))
      found.push({
        code: 'toNowhere',
        path: ['graph', 'transitions', index, 'to'],
        message: { it: `si arriva a «${to}», che non c’è`, en: `leads to "${to}", which is not there` },
      });
  }
  for (const [name, node] of Object.entries(graph.nodes)) {
    const activity = catalogue.get(node.activity);
    if (!activity)
      found.push({
        code: 'unknownActivity',
        path: ['graph', 'nodes', name, 'activity'],
        message: {
          it: `l’attività «${node.activity}» non è nel catalogo`,
          en: `the activity "${node.activity}" is not in the catalogue`,
        },
      });
    else if (!node.citizenText && !activity.citizenText)
      found.push({
        code: 'noCitizenText',
        path: ['graph', 'nodes', name],
        message: { it: 'non dice niente al cittadino', en: 'says nothing to the citizen' },
      });
  }
  return found;
}

/** Nodes that nobody reaches, and places from which nobody gets to an end. */
export function checkWays(graph: Graph, { states, steps }: Walk): TypeProblem[] {
  const reached = new Set(states.map(({ node }) => node));
  const found = (['nodes', 'ends'] as const).flatMap((part) =>
    Object.keys(graph[part])
      .filter((name) => !reached.has(name))
      .map((name): TypeProblem => ({
        code: 'unreachable',
        path: ['graph', part, name],
        message: { it: 'non ci si arriva mai', en: 'is never reached' },
      })),
  );
  const successors = states.map((): number[] => []);
  for (const { from, to } of steps) successors[from]?.push(to);
  const leaves = new Set(graph.transitions.map(({ from }) => from));
  const said = new Set<string>();
  for (const component of strongComponents(successors)) {
    const inside = new Set(component);
    if (component.some((state) => successors[state]?.some((to) => !inside.has(to)))) continue;
    const names = [...new Set(component.map((state) => states[state]?.node ?? ''))].sort();
    const [name = ''] = names;
    if (Object.hasOwn(graph.ends, name) || said.has(names.join())) continue;
    said.add(names.join());
    found.push({ path: ['graph', 'nodes', name], ...trap(names, leaves.has(name), isLoop(component, successors)) });
  }
  return found;
}

const isLoop = (component: readonly number[], successors: readonly (readonly number[])[]): boolean =>
  component.length > 1 || component.some((state) => successors[state]?.includes(state));

function trap(names: readonly string[], leaves: boolean, loop: boolean): Pick<TypeProblem, 'code' | 'message'> {
  if (loop)
    return {
      code: 'endlessLoop',
      message: {
        it: `da qui si gira senza fine: ${names.join(', ')}`,
        en: `from here one goes round for ever: ${names.join(', ')}`,
      },
    };
  if (leaves)
    return {
      code: 'stuck',
      message: {
        it: 'ci si può arrivare quando nessuna delle sue uscite è più aperta',
        en: 'can be reached when none of its ways out is open any more',
      },
    };
  return { code: 'deadEnd', message: { it: 'non se ne esce', en: 'has no way out' } };
}

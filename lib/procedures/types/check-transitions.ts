import type { ActivityCatalogue } from './activity-type.ts';
import { checkExpiries } from './check-expiries.ts';
import { mostCalendarDays } from './check-term.ts';
import type { Graph } from './graph.ts';
import type { Path, TypeProblem } from './problem.ts';
import type { ProcedureType } from './procedure-type.ts';
import type { Walk } from './walk-graph.ts';
import { normOf } from './norm-of.ts';

/** What the law wants of single transitions. */
export function checkTransitions(
  type: ProcedureType,
  graph: Graph,
  catalogue: ActivityCatalogue,
  walk: Walk,
): TypeProblem[] {
  return [
    ...suspensions(type, graph, walk),
    ...longSuspensions(graph, catalogue),
    ...checkExpiries(type, graph, catalogue, walk),
  ];
}

const at = (index: number): Path => ['graph', 'transitions', index, 'effects'];

/** L. 241/1990 art. 2 c. 7: once; and not at all where the type's term cannot be suspended. */
function suspensions(type: ProcedureType, graph: Graph, { states, steps }: Walk): TypeProblem[] {
  const suspends = (index: number) => graph.transitions[index]?.effects.includes('suspend:art2c7') ?? false;
  const again = new Set(steps.filter(({ from }) => states[from]?.suspensionUsed).map(({ transition }) => transition));
  const forbidden = 'term' in type && !type.term.suspendable;
  return [...graph.transitions.keys()].filter(suspends).flatMap((index): TypeProblem[] => [
    ...(again.has(index)
      ? [
          {
            code: 'suspendedTwice',
            path: at(index),
            message: {
              it: 'il termine può essere sospeso più di una volta (L. 241/1990, art. 2, c. 7)',
              en: 'the term can be suspended more than once (L. 241/1990, art. 2, c. 7)',
            },
          },
        ]
      : []),
    ...(forbidden
      ? [
          {
            code: 'notSuspendable',
            path: at(index),
            message: {
              it: 'il termine di questo tipo non si sospende',
              en: 'the term of this type is not suspendable',
            },
          },
        ]
      : []),
  ]);
}

const longestSuspension = 30;

/** L. 241/1990 art. 2 c. 7: for no more than 30 days. */
function longSuspensions(graph: Graph, catalogue: ActivityCatalogue): TypeProblem[] {
  return [...graph.transitions.entries()].flatMap(([index, { to, effects }]) => {
    const norm = normOf(graph, catalogue, to);
    if (!effects.includes('suspend:art2c7') || !norm || mostCalendarDays(norm) <= longestSuspension) return [];
    return [
      {
        code: 'suspensionTooLong',
        path: at(index),
        message: {
          it: `«${to}» può durare più di ${longestSuspension} giorni di sospensione (L. 241/1990, art. 2, c. 7)`,
          en: `"${to}" can take more than ${longestSuspension} days of suspension (L. 241/1990, art. 2, c. 7)`,
        },
      },
    ];
  });
}

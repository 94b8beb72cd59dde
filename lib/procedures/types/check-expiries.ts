import type { ActivityCatalogue } from './activity-type.ts';
import type { Graph } from './graph.ts';
import type { Path, TypeProblem } from './problem.ts';
import type { ProcedureType } from './procedure-type.ts';
import type { Walk } from './walk-graph.ts';
import { normOf } from './norm-of.ts';

/** What comes of a term that expires: silence, a control window that closes, acts that come too late. */
export function checkExpiries(
  type: ProcedureType,
  graph: Graph,
  catalogue: ActivityCatalogue,
  walk: Walk,
): TypeProblem[] {
  return [
    ...silences(type, graph),
    ...('silence' in type && type.silence.kind === 'silenzioAssenso'
      ? lateDecisions(graph, catalogue, 'termNotExpired')
      : []),
    ...('silence' in type && type.silence.kind !== 'none' ? missedExpiries(graph, catalogue, walk, 'termExpired') : []),
    ...(type.family === 'scia'
      ? [
          ...lateDecisions(graph, catalogue, 'controlWindowOpen'),
          ...missedExpiries(graph, catalogue, walk, 'controlWindowExpired'),
        ]
      : []),
  ];
}

const at = (index: number): Path => ['graph', 'transitions', index, 'guards'];

/** Silence comes only when the term has expired, and where it has exceptions, only when none of them holds. */
function silences(type: ProcedureType, graph: Graph): TypeProblem[] {
  const silent = (name: string) => graph.ends[name]?.outcome.startsWith('silenzio') ?? false;
  const excepted =
    'silence' in type && type.silence.kind === 'silenzioAssenso' && type.silence.exceptWhen !== undefined;
  return [...graph.transitions.entries()]
    .filter(([, { to }]) => silent(to))
    .flatMap(([index, { guards }]): TypeProblem[] => [
      ...(guards.includes('termExpired')
        ? []
        : [
            {
              code: 'earlySilence',
              path: at(index),
              message: {
                it: 'il silenzio vale solo a termine scaduto: serve la condizione termExpired',
                en: 'silence counts only when the term has expired: the guard termExpired is needed',
              },
            },
          ]),
      ...(excepted && !guards.includes('silenceApplies')
        ? [
            {
              code: 'silenceInSpiteOfExceptions',
              path: at(index),
              message: {
                it: 'il silenzio di questo tipo ha eccezioni: serve la condizione silenceApplies',
                en: 'the silence of this type has exceptions: the guard silenceApplies is needed',
              },
            },
          ]
        : []),
    ]);
}

/** L. 241/1990 art. 2 c. 8-bis: acts adopted after the term of arts. 19 c. 3 and 20 c. 1 are ineffective. */
function lateDecisions(
  graph: Graph,
  catalogue: ActivityCatalogue,
  guard: 'termNotExpired' | 'controlWindowOpen',
): TypeProblem[] {
  const decides = (name: string) => catalogue.get(graph.nodes[name]?.activity ?? '')?.phase === 'decisoria';
  return [...graph.transitions.entries()].flatMap(([index, { from, to, guards }]) =>
    decides(to) && !decides(from) && !guards.includes(guard) && !guards.includes('silenceExcluded')
      ? [
          {
            code: 'lateDecision',
            path: at(index),
            message: {
              it: `si può decidere a termine scaduto (L. 241/1990, art. 2, c. 8-bis): serve la condizione ${guard}`,
              en: `one can decide after the term (L. 241/1990, art. 2, c. 8-bis): the guard ${guard} is needed`,
            },
          },
        ]
      : [],
  );
}

/** Where the expiry has a meaning of its own, it may come during any activity that takes time while the term runs. */
function missedExpiries(
  graph: Graph,
  catalogue: ActivityCatalogue,
  { states }: Walk,
  guard: 'termExpired' | 'controlWindowExpired',
): TypeProblem[] {
  const ends = new Set(graph.transitions.filter(({ guards }) => guards.includes(guard)).map(({ from }) => from));
  const running = new Set(states.filter(({ clock }) => clock === 'running').map(({ node }) => node));
  const takesTime = (name: string) => (normOf(graph, catalogue, name)?.days ?? 0) > 0;
  return [...running]
    .filter((name) => takesTime(name) && !ends.has(name))
    .map((name) => ({
      code: 'expiryMissed',
      path: ['graph', 'nodes', name],
      message: {
        it: `qui il termine può scadere e nessuna uscita lo prevede: serve una transizione con ${guard}`,
        en: `the term can expire here and no way out provides for it: a transition with ${guard} is needed`,
      },
    }));
}

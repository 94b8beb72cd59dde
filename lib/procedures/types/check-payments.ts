import type { ActivityCatalogue } from './activity-type.ts';
import type { Graph } from './graph.ts';
import type { TypeProblem } from './problem.ts';
import type { ProcedureType } from './procedure-type.ts';

/** A fee due with the filing or before the release is asked for by some activity of the graph; yearly ones come after the procedure. */
export function checkPayments(type: ProcedureType, graph: Graph, catalogue: ActivityCatalogue): TypeProblem[] {
  if (!('fees' in type)) return [];
  const asked = new Set(Object.values(graph.nodes).map(({ activity }) => catalogue.get(activity)?.payment));
  return type.fees.flatMap(({ due }, index) =>
    (due === 'withFiling' || due === 'beforeRelease') && !asked.has(due)
      ? [
          {
            code: 'feeNeverAsked',
            path: ['fees', index, 'due'],
            message: {
              it: `nessuna attività del grafo chiede i pagamenti dovuti in questo momento (${due})`,
              en: `no activity of the graph asks for payments due at this moment (${due})`,
            },
          },
        ]
      : [],
  );
}

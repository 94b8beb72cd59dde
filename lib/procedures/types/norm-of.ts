import type { ActivityCatalogue } from './activity-type.ts';
import type { Graph } from './graph.ts';
import type { Norm } from './term.ts';

/** The time norm of a node: the type's own for it, or the catalogue's for its activity. */
export function normOf(graph: Graph, catalogue: ActivityCatalogue, node: string): Norm | undefined {
  return graph.nodes[node]?.norm ?? catalogue.get(graph.nodes[node]?.activity ?? '')?.norm;
}

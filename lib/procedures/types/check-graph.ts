import type { ActivityCatalogue } from './activity-type.ts';
import { checkEnds } from './check-ends.ts';
import { checkPayments } from './check-payments.ts';
import { checkNames, checkWays } from './check-shape.ts';
import { checkTerm } from './check-term.ts';
import { checkTransitions } from './check-transitions.ts';
import type { Graph } from './graph.ts';
import type { TypeProblem } from './problem.ts';
import type { ProcedureType } from './procedure-type.ts';
import { walkGraph } from './walk-graph.ts';

/** Everything wrong with the activity graph of a type: names, ways, what the law wants, norms against the term. */
export function checkGraph(type: ProcedureType, catalogue: ActivityCatalogue): TypeProblem[] {
  const graph: Graph = type.graph;
  const walk = walkGraph(graph);
  return [
    ...checkNames(graph, catalogue),
    ...checkWays(graph, walk),
    ...checkEnds(type, graph, walk),
    ...checkTransitions(type, graph, catalogue, walk),
    ...checkPayments(type, graph, catalogue),
    ...checkTerm(type, graph, catalogue, walk),
  ];
}

import { activityDueOn, daysLate as lateBy } from '../activity-norm.ts';
import type { Day } from '../day.ts';
import type { ActivityType } from '../types/activity-type.ts';
import type { Graph } from '../types/graph.ts';
import { normOf } from '../types/norm-of.ts';
import type { DecisionContext } from './decision.ts';
import type { FilingFacts } from './filing-facts.ts';
import type { RunningActivity } from './procedure.ts';

type Where = Pick<DecisionContext, 'catalogue' | 'calendar' | 'type'>;

export const activityOf = ({ catalogue, type }: Where, node: string): ActivityType | undefined => {
  const graph: Graph = type.graph;
  return catalogue.get(graph.nodes[node]?.activity ?? '');
};

/** The norm of a node; its last day moves past a holiday like that of every term. */
export function rollingNormOf({ type, catalogue }: Where, node: string) {
  const norm = normOf(type.graph, catalogue, node);
  return norm ? { ...norm, roll: 'next' as const } : null;
}

/** An activity that begins on a day. What waits without a norm of days has no day to keep: a call ends with its own last day. */
export function activityBegun(where: Where, node: string, n: number, day: Day, filing: FilingFacts): RunningActivity {
  const graph: Graph = where.type.graph;
  const waits = activityOf(where, node)?.mode === 'waiting';
  const norm = rollingNormOf(where, node);
  const dueOn =
    waits && norm?.days === 0 ? (filing.call?.closesOn ?? null) : norm && activityDueOn(norm, day, where.calendar);
  return {
    n,
    node,
    activity: graph.nodes[node]?.activity ?? node,
    state: waits ? 'waiting' : 'todo',
    startedOn: day,
    dueOn,
  };
}

/** Days by which an activity is late on a day, in the unit of its norm. */
export function activityLate(where: Where, { node, dueOn }: RunningActivity, day: Day): number {
  const norm = rollingNormOf(where, node);
  return norm && dueOn !== null ? lateBy(dueOn, day, norm, where.calendar) : 0;
}

import type { Transition } from '../types/graph.ts';
import { activityOf, rollingNormOf } from './activity-begun.ts';
import type { Course } from './course.ts';
import type { DecisionContext } from './decision.ts';
import { nothingGiven } from './given.ts';
import { standingOf } from './standing.ts';
import { step } from './step.ts';

/** What nobody does: an automatic activity without a time of its own passes at once, where just one way is open. */
export function goOn(course: Course, context: DecisionContext): Course {
  const passed = new Set<string>();
  let now = course;
  while (now.procedure.state === 'running') {
    const { node } = now.procedure.at;
    const atOnce = activityOf(context, node)?.mode === 'automatic' && rollingNormOf(context, node)?.days === 0;
    if (!atOnce || passed.has(node)) return now;
    passed.add(node);
    const next = soleWay(now, context);
    if (!next) return now;
    now = next;
  }
  return now;
}

/** The course along the one way that is open without anybody's finding; null where there is none or a choice. */
export function soleWay(course: Course, context: DecisionContext): Course | null {
  const standing = standingOf(course.procedure, context);
  const { procedure } = standing;
  if (procedure.state !== 'running') return null;
  const isFrom = ({ from }: Transition) => from === procedure.at.node;
  const ways = standing.graph.transitions.filter(isFrom).flatMap((transition) => {
    const next = step(standing, transition, nothingGiven);
    return Array.isArray(next) ? [] : [next];
  });
  const [only] = ways;
  return only && ways.length === 1 ? { ...only, events: [...course.events, ...only.events] } : null;
}

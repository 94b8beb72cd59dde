import type { Day } from '../day.ts';
import type { Transition } from '../types/graph.ts';
import { activityBegun, activityLate } from './activity-begun.ts';
import { askedBars } from './asked-bars.ts';
import { checklistBars } from './checklist-bars.ts';
import { conclude } from './conclusion.ts';
import { begin, type Course, type Fact, follow } from './course.ts';
import type { Reason } from './decision.ts';
import { effectDone } from './effect-done.ts';
import { findingBars } from './findings-check.ts';
import type { Given } from './given.ts';
import { guardBar } from './guard-bars.ts';
import { lawBars, needsAct } from './law-bars.ts';
import { comesByTime, type Standing } from './standing.ts';

/** One transition gone, or everything that bars it. What comes by itself afterwards is `goOn`'s. */
export function step(standing: Standing, transition: Transition, given: Given): Course | Reason[] {
  const { procedure, day, graph, context } = standing;
  if (procedure.state !== 'running') throw new Error(`${procedure.id} does not run`);
  const { from, to, guards, effects } = transition;
  const outcome = graph.ends[to]?.outcome;
  const freely = outcome === 'withdrawn' || comesByTime(standing, transition);
  const bars = [
    ...findingBars(given.found, standing),
    ...askedBars(given.asked, standing),
    ...guards.flatMap((guard) => guardBar(guard, standing, given.found) ?? []),
    ...lawBars(standing, transition, given),
    ...(freely ? [] : checklistBars(standing, from, given)),
  ];
  if (bars.length > 0) return once(bars);
  const endedOn = timeEndedOn(standing, transition);
  let course = follow(begin(procedure), day, done(standing, transition, given));
  for (const effect of effects) {
    const next = effectDone(effect, course, standing, { to, given, stoppedOn: endedOn ?? day });
    if (Array.isArray(next)) return next;
    course = next;
  }
  if (outcome) return conclude(course, standing, outcome, endedOn);
  const activity = activityBegun(context, to, procedure.activities + 1, day, procedure.filing);
  return follow(course, day, [{ kind: 'activityStarted', activity }]);
}

function done(standing: Standing, transition: Transition, given: Given): Fact[] {
  const { procedure, context, day } = standing;
  if (procedure.state !== 'running') return [];
  const { at } = procedure;
  const { found, checked, act, message, asked, note } = given;
  return [
    {
      kind: 'activityDone',
      n: at.n,
      node: at.node,
      to: transition.to,
      found: [...found],
      checked: [...(checked ?? [])],
      act,
      message,
      asked: [...asked],
      note,
      daysLate: activityLate(context, at, day),
    },
    ...(act && needsAct(standing, transition) ? [{ kind: 'adopted' as const, act }] : []),
    ...(found.includes('paymentReceived') ? [{ kind: 'paymentReceived' as const }] : []),
  ];
}

/** Silence and the end of a control come with the last day of the term, whenever somebody looks. */
function timeEndedOn(standing: Standing, transition: Transition): Day | null {
  const deadline = standing.legal?.deadline;
  return comesByTime(standing, transition) && deadline?.kind === 'fixed' ? deadline.on : null;
}

/** What both the type and the law want is said once. */
const once = (bars: readonly Reason[]): Reason[] =>
  bars.filter((bar, index) => bars.findIndex(({ text }) => text.it === bar.text.it) === index);

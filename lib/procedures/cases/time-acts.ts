import { addDays, type Day, earlierOf, laterOf } from '../day.ts';
import type { Guard } from '../types/guards.ts';
import type { Transition } from '../types/graph.ts';
import { activityOf, rollingNormOf } from './activity-begun.ts';
import type { Course } from './course.ts';
import type { Reason } from './decision.ts';
import { nothingGiven } from './given.ts';
import { reason } from './reason.ts';
import { ledgerOf, type Standing, standingOn } from './standing.ts';
import { step } from './step.ts';

const ofTime: readonly Guard[] = ['termExpired', 'controlWindowExpired', 'noticeClosed'];
const known: readonly Guard[] = [...ofTime, 'silenceApplies', 'silenceExcluded'];

/**
 * Lines that nobody's finding opens: silence and the end of a window; from waiting on, once what held the clock ended by itself
 * (art. 2 c. 7, art. 10-bis); an automatic activity that lasts, once it has lasted.
 */
export function timeLines(standing: Standing): Transition[] {
  const { procedure, graph, context } = standing;
  if (procedure.state !== 'running') return [];
  const { node } = procedure.at;
  const activity = activityOf(context, node);
  const lasts = activity?.mode === 'automatic' && (rollingNormOf(context, node)?.days ?? 0) > 0;
  return graph.transitions.filter(({ from, guards, effects }) => {
    if (from !== node || !guards.every((guard) => known.includes(guard))) return false;
    const freed = activity?.mode === 'waiting' && effects.includes('resumeClock');
    return guards.some((guard) => ofTime.includes(guard)) || freed || lasts;
  });
}

/** What time has brought about by today, or why nothing yet. */
export function timeStep(standing: Standing): Course | Reason[] {
  const lines = timeLines(standing).map((line) => along(standing, line));
  const open = lines.find((result) => !Array.isArray(result));
  if (open && !Array.isArray(open)) return open;
  const bars = lines.flatMap((result) => (Array.isArray(result) ? result : []));
  return bars.length > 0 ? bars : [nothingWaits];
}

const along = (standing: Standing, line: Transition): Course | Reason[] =>
  stillWaits(standing, line) ?? step(standing, line, nothingGiven);

const nothingWaits = reason(
  'timeOpensNothing',
  'da qui la pratica non va avanti col solo passare del tempo',
  'from here the case does not move on by the passing of time alone',
);

/** What is awaited may still come: not before the stop has ended by itself, or the activity has lasted. */
function stillWaits(standing: Standing, { guards, effects }: Transition): Reason[] | null {
  if (guards.some((guard) => ofTime.includes(guard))) return null;
  const { procedure, legal, day } = standing;
  if (procedure.state !== 'running') return null;
  if (effects.includes('resumeClock')) {
    const last = ledgerOf(procedure).findLast((entry) => entry.kind !== 'extension');
    if (!last || last.kind === 'art10bis') return null;
    const end = legal?.stops.find(({ stop }) => stop.id === last.id)?.end;
    // Who had the request later has their days from then, though the term of the office runs again.
    const answerBy = procedure.at.receivedOn ? procedure.at.dueOn : null;
    const until = (on: Day): Day => (answerBy === null ? on : laterOf(on, answerBy));
    // On its last day it may still come.
    if (end?.how === 'limit') return day <= until(end.on) ? [held(addDays(until(end.on), 1))] : null;
    if (end?.how !== 'open') return null;
    return [held(end.latest === null ? null : addDays(until(end.latest), 1))];
  }
  const { dueOn } = procedure.at;
  return dueOn !== null && day <= dueOn ? [held(addDays(dueOn, 1))] : null;
}

const held = (from: Day | null): Reason =>
  reason('stillAwaited', 'quello che si aspetta può ancora arrivare', 'what is awaited may still come', null, from);

/** The day on which time will next act, if nobody else does before; null where it will not or no day is known. */
export function timeActsOn(standing: Standing): Day | null {
  const days = timeLines(standing).flatMap((line) => opensOn(standing, line) ?? []);
  return days.length > 0 ? days.reduce(earlierOf) : null;
}

/** Behind one bar there may be another: each day that is found is tried, and a line has few bars. */
function opensOn(standing: Standing, line: Transition): Day | null {
  const { procedure, context } = standing;
  let now = standing;
  for (let tries = 0; tries < 5; tries++) {
    const result = along(now, line);
    if (!Array.isArray(result)) return now.day;
    const next = latestOf(result);
    if (next === null || next <= now.day) return null;
    now = standingOn(next, procedure, context);
  }
  return null;
}

/** The day on which all that bars has passed; null where something does not pass by itself. */
const latestOf = (bars: readonly Reason[]): Day | null =>
  bars.reduce<Day | null>(
    (latest, { from }, index) =>
      from === null || (latest === null && index > 0) ? null : laterOf(latest ?? from, from),
    null,
  );

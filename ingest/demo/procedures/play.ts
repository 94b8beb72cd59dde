import type { Action } from '#lib/procedures/cases/action.ts';
import { decide } from '#lib/procedures/cases/decide.ts';
import type { DecisionContext } from '#lib/procedures/cases/decision.ts';
import { evolve } from '#lib/procedures/cases/evolve.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import { laterOf } from '#lib/procedures/day.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import type { Actor } from '#lib/store/procedures/actor.ts';
import type { FilingRequest } from '#lib/store/procedures/procedure-writing.ts';
import { chanceOf } from './chance.ts';
import { chosenAction } from './chosen.ts';
import type { Move, Paper } from './move.ts';
import { firstOf, moveOfTime, nextMove, type Asked } from './next-move.ts';
import { officeOn } from './office-hours.ts';
import type { Offices } from './offices.ts';
import type { Plan, Setting } from './plan.ts';
import { Written } from './written.ts';

/** Where what happens is done: the store, with its clock moved; each step has a key that is the same whenever it is done again. */
export interface Stage {
  file(request: FilingRequest, actor: Actor, at: Date, key: string): Promise<Procedure>;
  /** Returns the record. */
  addPaper(procedure: Procedure, paper: Paper, actor: Actor, at: Date, key: string): Promise<string>;
  act(procedure: Procedure, action: Action, actor: Actor, at: Date, key: string): Promise<Procedure>;
  contextAt(procedure: Procedure, at: Date): DecisionContext;
}

interface Running {
  plan: Plan;
  /** As the engine makes it; the stage may still be writing. */
  procedure: Procedure | null;
  written: Promise<void>;
  done: Set<string>;
  steps: number;
  next: Move | null;
  /** Of the next step, in milliseconds; infinite where nothing more happens. */
  at: number;
}

export interface Played {
  cases: number;
  steps: number;
}

/** Writings that may wait for each other's end. */
const mostWritings = 8;

/**
 * Everything that happens until `now`, in order of time over all cases. What takes a number of the protocollo is waited for, so that numbers run
 * with the days; what an action makes of a case the engine says at once, and the stage writes it meanwhile.
 */
export async function play(
  plans: readonly Plan[],
  { now, offices }: Pick<Setting, 'now' | 'offices'>,
  stage: Stage,
  watch: (played: Played, at: Date) => void = () => undefined,
): Promise<Played> {
  const cases = plans.map((plan): Running => ({
    plan,
    procedure: null,
    written: Promise.resolve(),
    done: new Set(),
    steps: 0,
    next: null,
    at: plan.filedAt.getTime(),
  }));
  const played: Played = { cases: 0, steps: 0 };
  const written = new Written(mostWritings);
  for (let one = earliestOf(cases, now); one; one = earliestOf(cases, now)) {
    const at = new Date(one.at);
    await written.room();
    if (one.procedure === null) {
      one.procedure = await stage.file(one.plan.request, one.plan.actor, at, keyOf(one));
      played.cases++;
    } else if (one.next) {
      const later = await takeStep(one, one.procedure, one.next, stage, written);
      if (later) {
        const byTime = moveOfTime(askedOf(one, one.procedure, offices, stage));
        setNext(one, firstOf({ ...one.next, at: later }, byTime));
        continue;
      }
    }
    one.steps++;
    played.steps++;
    watch(played, at);
    setNext(one, nextMove(askedOf(one, one.procedure, offices, stage)));
  }
  await written.all();
  return played;
}

const keyOf = ({ plan, steps }: Running): string => `${plan.n}/${steps}`;

function setNext(one: Running, move: Move | null): void {
  one.next = move;
  one.at = move?.at.getTime() ?? Infinity;
}

function askedOf({ plan, done, at }: Running, procedure: Procedure, offices: Offices, stage: Stage): Asked {
  const { n, behaviour } = plan;
  const now = new Date(at);
  return { n, behaviour, done, procedure, context: stage.contextAt(procedure, now), offices, now };
}

/** A few hundred cases: looking at all of them costs less than keeping them in order. */
function earliestOf(cases: readonly Running[], now: Date): Running | null {
  let first: Running | null = null;
  for (const one of cases) if (first === null || one.at < first.at) first = one;
  return first && first.at <= now.getTime() ? first : null;
}

/** Does what was meant, or says until when the law makes it wait. */
async function takeStep(
  one: Running,
  procedure: Procedure,
  move: Move,
  stage: Stage,
  written: Written,
): Promise<Date | null> {
  const at = new Date(one.at);
  const key = keyOf(one);
  const context = stage.contextAt(procedure, at);
  const chosen = chosenAction(procedure, move, context);
  if ('until' in chosen) return officeOn(chosen.until, context.calendar, chanceOf('waits', key));
  let before = procedure;
  let record: string | null = null;
  if (move.paper) {
    await one.written;
    record = await stage.addPaper(procedure, move.paper, move.actor, at, `${key}/paper`);
    const day = laterOf(romeDay(at), procedure.lastOn);
    before = evolve(procedure, { kind: 'documentAdded', day, record, document: null });
  }
  const action = move.actions(record)[chosen.index];
  if (!action) throw new Error(`step ${key}: another document, other actions`);
  const decided = decide(before, action, context);
  if (decided.kind === 'refused') throw new Error(`step ${key}: what was open is barred once the document is there`);
  one.procedure = decided.procedure;
  one.written = written.after(one.written, async () => {
    const { version } = await stage.act(before, action, move.actor, at, key);
    if (version !== decided.procedure.version)
      throw new Error(`step ${key}: version ${version} where the engine makes ${decided.procedure.version}`);
  });
  if (move.once) one.done.add(move.once);
  return null;
}

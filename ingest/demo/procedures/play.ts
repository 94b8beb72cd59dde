import type { Action } from '#lib/procedures/cases/action.ts';
import { decide } from '#lib/procedures/cases/decide.ts';
import type { DecisionContext, Reason } from '#lib/procedures/cases/decision.ts';
import { evolve } from '#lib/procedures/cases/evolve.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import { laterOf, type Day } from '#lib/procedures/day.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import type { Actor } from '#lib/store/procedures/actor.ts';
import type { FilingRequest } from '#lib/store/procedures/procedure-writing.ts';
import { chanceOf } from './chance.ts';
import type { Move, Paper } from './move.ts';
import { firstOf, moveOfTime, nextMove, type Asked } from './next-move.ts';
import { officeOn } from './office-hours.ts';
import type { Offices } from './offices.ts';
import type { Plan, Setting } from './plan.ts';

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
  procedure: Procedure | null;
  done: Set<string>;
  steps: number;
  next: Move | null;
  at: Date;
}

export interface Played {
  cases: number;
  steps: number;
}

/** Everything that happens until `now`, in order of time over all cases, so that numbers of the protocollo run with the days. */
export async function play(
  plans: readonly Plan[],
  { now, offices }: Pick<Setting, 'now' | 'offices'>,
  stage: Stage,
  watch: (played: Played, at: Date) => void = () => undefined,
): Promise<Played> {
  const cases: Running[] = plans.map((plan) => ({
    plan,
    procedure: null,
    done: new Set(),
    steps: 0,
    next: null,
    at: plan.filedAt,
  }));
  const played: Played = { cases: 0, steps: 0 };
  for (let one = earliestOf(cases, now); one; one = earliestOf(cases, now)) {
    const { at, plan } = one;
    const key = `${plan.n}/${one.steps}`;
    if (one.procedure === null) {
      one.procedure = await stage.file(plan.request, plan.actor, at, key);
      played.cases++;
    } else if (one.next) {
      const later = await takeStep(one, one.procedure, one.next, stage, key);
      if (later) {
        one.next = firstOf({ ...one.next, at: later }, moveOfTime(askedOf(one, one.procedure, offices, stage)));
        one.at = one.next?.at ?? never;
        continue;
      }
    }
    one.steps++;
    played.steps++;
    watch(played, at);
    one.next = nextMove(askedOf(one, one.procedure, offices, stage));
    one.at = one.next?.at ?? never;
  }
  return played;
}

function askedOf({ plan, done, at }: Running, procedure: Procedure, offices: Offices, stage: Stage): Asked {
  const { n, behaviour } = plan;
  return { n, behaviour, done, procedure, context: stage.contextAt(procedure, at), offices, now: at };
}

const never = new Date(8_640_000_000_000_000);

/** A few hundred cases: looking at all of them costs less than keeping them in order. */
function earliestOf(cases: readonly Running[], now: Date): Running | null {
  let first: Running | null = null;
  for (const one of cases) if (one.at <= now && (first === null || one.at < first.at)) first = one;
  return first;
}

/** Does what was meant, or says until when the law makes it wait. */
async function takeStep(
  one: Running,
  procedure: Procedure,
  move: Move,
  stage: Stage,
  key: string,
): Promise<Date | null> {
  const { at } = one;
  const context = stage.contextAt(procedure, at);
  const chosen = chooseAction(procedure, move, context);
  if ('until' in chosen) return officeOn(chosen.until, context.calendar, chanceOf('waits', key));
  let now = procedure;
  let record: string | null = null;
  if (move.paper) {
    record = await stage.addPaper(procedure, move.paper, move.actor, at, `${key}/paper`);
    now = evolve(procedure, {
      kind: 'documentAdded',
      day: laterOf(romeDay(at), procedure.lastOn),
      record,
      document: null,
    });
  }
  const action = move.actions(record)[chosen.index];
  if (!action) throw new Error(`case ${one.plan.n}: no action ${chosen.index}`);
  one.procedure = await stage.act(now, action, move.actor, at, key);
  if (move.once) one.done.add(move.once);
  return null;
}

/** The first action that would be done, or the day on which what bars one has passed by itself. */
function chooseAction(procedure: Procedure, move: Move, context: DecisionContext): { index: number } | { until: Day } {
  const today = romeDay(context.now);
  const barred: Reason[][] = [];
  for (const [index, action] of move.actions('paper').entries()) {
    const decision = decide(procedure, action, context);
    if (decision.kind === 'decided') return { index };
    barred.push(decision.reasons);
  }
  const days = barred.flatMap((reasons) => {
    const until = reasons.map(({ from }) => from);
    const latest = until.reduce<Day | null>(
      (last, from) => (from === null || last === null ? null : laterOf(last, from)),
      today,
    );
    return latest !== null && latest > today ? [latest] : [];
  });
  const [first] = days.sort();
  if (first) return { until: first };
  const why = barred.map((reasons) => reasons.map(({ text }) => text.en).join('; ')).join(' | ');
  throw new Error(
    `nothing of this can be done to a case of ${procedure.type.code} at ${'at' in procedure ? procedure.at.node : procedure.state}: ${why}`,
  );
}

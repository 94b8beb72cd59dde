import { decide } from '#lib/procedures/cases/decide.ts';
import type { DecisionContext, Reason } from '#lib/procedures/cases/decision.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import { laterOf, type Day } from '#lib/procedures/day.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import type { Move } from './move.ts';

/** Which of a move's actions will be done, or the day on which what bars them has passed by itself. @throws where nothing ever will be */
export function chosenAction(
  procedure: Procedure,
  move: Move,
  context: DecisionContext,
): { index: number } | { until: Day } {
  const today = romeDay(context.now);
  const barred: Reason[][] = [];
  for (const [index, action] of move.actions('paper').entries()) {
    const decision = decide(procedure, action, context);
    if (decision.kind === 'decided') return { index };
    barred.push(decision.reasons);
  }
  const [first] = barred.flatMap((reasons) => passedOn(reasons, today) ?? []).sort();
  if (first !== undefined) return { until: first };
  const why = barred.map((reasons) => reasons.map(({ text }) => text.en).join('; ')).join(' | ');
  const where = procedure.state === 'running' ? procedure.at.node : procedure.state;
  throw new Error(`nothing of this can be done to a case of ${procedure.type.code} at ${where}: ${why}`);
}

/** The day to come on which all these reasons have passed; null where one does not pass by itself. */
function passedOn(reasons: readonly Reason[], today: Day): Day | null {
  const latest = reasons.reduce<Day | null>(
    (last, { from }) => (from === null || last === null ? null : laterOf(last, from)),
    today,
  );
  return latest !== null && latest > today ? latest : null;
}

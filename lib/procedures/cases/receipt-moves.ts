import { activityDueOn } from '../activity-norm.ts';
import type { Day } from '../day.ts';
import { preavvisoDiRigettoWindow } from '../preavviso-di-rigetto.ts';
import { advantageOutcomes, limitingOutcomes, type Outcome } from '../types/outcomes.ts';
import { activityBegun, activityOf, rollingNormOf } from './activity-begun.ts';
import { type Notice, receivedByAll } from './notices.ts';
import type { ReceiptMoves } from './procedure-event.ts';
import type { Standing } from './standing.ts';

/** What the receipts of one act move, taken together; null where the law of that day is not known. */
export function receiptMoves(standing: Standing, notice: Notice): ReceiptMoves | null {
  const { procedure, context } = standing;
  const receivedOn = receivedByAll(procedure.filing.parties, notice);
  const window =
    notice.entry === null || receivedOn === null
      ? null
      : preavvisoDiRigettoWindow(receivedOn, context.law, context.calendar);
  if (window?.kind === 'noLawInForce') return null;
  const term = notice.entry === null ? null : { entry: notice.entry, receivedOn, until: window?.until ?? null };
  const effectiveOn = limits(standing, notice) ? { effectiveOn: receivedOn } : {};
  return { term, answer: answerMoved(standing, notice, receivedOn, window?.until ?? null), ...effectiveOn };
}

/** Who is waited for has their days from the receipt; an activity of the office keeps its own. */
function answerMoved(
  { procedure, context }: Standing,
  notice: Notice,
  receivedOn: Day | null,
  until: Day | null,
): ReceiptMoves['answer'] {
  if (procedure.state !== 'running' || procedure.at.n !== notice.activity || procedure.at.state !== 'waiting')
    return null;
  const { at, filing } = procedure;
  const begun = activityBegun(context, at.node, at.n, at.startedOn, filing);
  if (receivedOn === null) return { receivedOn, dueOn: begun.dueOn };
  if (until !== null) return { receivedOn, dueOn: until };
  const within = activityOf(context, at.node)?.actionRequired?.within;
  const norm = within ? { ...within, roll: 'next' as const } : rollingNormOf(context, at.node);
  const dueOn = norm && norm.days > 0 ? activityDueOn(norm, receivedOn, context.calendar) : begun.dueOn;
  return { receivedOn, dueOn };
}

/**
 * Whether the act limits who receives it, and so has effect for them only when it is communicated (L. 241/1990 art. 21-bis): what forbids or
 * is taken ex officio, and what takes away what was given before.
 */
function limits({ procedure, graph }: Standing, { about, whom }: Notice): boolean {
  if (whom !== 'applicant' || !(about in graph.nodes)) return false;
  const ends = graph.transitions
    .filter(({ from }) => from === about)
    .flatMap(({ to }) => graph.ends[to]?.outcome ?? []);
  const decided = ends.filter((outcome) => outcome !== 'withdrawn' && !outcome.startsWith('silenzio'));
  if (decided.length === 0) return false;
  const { reopening } = procedure;
  const takes = (outcome: Outcome) =>
    limitingOutcomes.has(outcome) ||
    (reopening !== null && advantageOutcomes.has(reopening.outcome) && !advantageOutcomes.has(outcome));
  // What became of it is known once it is concluded.
  const outcomes = procedure.state !== 'running' && decided.includes(procedure.outcome) ? [procedure.outcome] : decided;
  return outcomes.every(takes);
}

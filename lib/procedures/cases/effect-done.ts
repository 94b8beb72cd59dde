import { checkEntry } from '../check-entry.ts';
import { readClock } from '../clock.ts';
import type { Day } from '../day.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { Effect } from '../types/effects.ts';
import { activityOf } from './activity-begun.ts';
import { clocksStarted } from './clocks-started.ts';
import { type Course, type Fact, follow } from './course.ts';
import { ledgerArticle } from './documents-asked.ts';
import type { Reason } from './decision.ts';
import { findingReason, isRefused } from './finding-words.ts';
import type { Given } from './given.ts';
import { preavvisoBar } from './guard-bars.ts';
import { ledgerOf, type Standing, standingOn } from './standing.ts';
import { isStopEffect, type StopEffect, stopEntry } from './stop-entries.ts';
import { reason } from './reason.ts';

export interface Way {
  to: string;
  given: Given;
  /** The day on which the clock is stopped, where that is not today: silence forms with the term. */
  stoppedOn: Day;
}

/** One effect of a transition brought about, or why it cannot be. */
export function effectDone(effect: Effect, course: Course, standing: Standing, way: Way): Course | Reason[] {
  if (isStopEffect(effect)) return clockHeld(effect, course, standing, way);
  if (effect === 'resumeClock') return clockResumed(course, standing);
  const facts = factsOf(effect, course, standing, way);
  return follow(course, standing.day, facts);
}

function factsOf(
  effect: Exclude<Effect, StopEffect | 'resumeClock'>,
  { procedure }: Course,
  standing: Standing,
  way: Way,
): Fact[] {
  const { context, day } = standing;
  const { type } = context;
  switch (effect) {
    case 'startClock':
      return procedure.legal ? [] : clocksStarted(procedure.filing.filedOn, day, context);
    case 'stopClock':
      return procedure.legal?.concludedOn === null ? [{ kind: 'clockStopped', on: way.stoppedOn }] : [];
    case 'restartClock':
      return openStops(standing, procedure)
        .filter((entry) => 'rule' in entry && entry.rule.effect === 'interrupts')
        .map((entry) => ({ kind: 'clockResumed', entry: entry.id, on: day }));
    case 'communicateStart': {
      if (procedure.startCommunicatedOn !== null) return [];
      const separate = 'startNotice' in type && type.startNotice === 'separate';
      return [{ kind: 'startCommunicated', by: separate ? 'separate' : 'receipt' }];
    }
    case 'makeEffective': {
      if (procedure.effectiveOn !== null) return [];
      // SCIA and declarations have their effect from the day they are filed (L. 241/1990 art. 19 c. 2; DL 5/2012 art. 5).
      const atOnce = type.family === 'scia' || type.family === 'declaration' || type.family === 'communication';
      return [{ kind: 'madeEffective', on: atOnce ? procedure.filing.filedOn : day }];
    }
    case 'notify:applicant':
      return [notice('applicant', standing, way)];
    case 'notify:counterparties':
      return [notice('counterparties', standing, way)];
    case 'notify:otherBodies':
      return [notice('otherBodies', standing, way)];
    case 'publish:alboPretorio':
      return [{ kind: 'toPublish', where: 'alboPretorio' }];
    case 'requestPayment': {
      const moment = activityOf(context, way.to)?.payment ?? 'beforeRelease';
      const fees = 'fees' in type ? type.fees.filter(({ due }) => due === moment) : [];
      return [{ kind: 'paymentRequested', fees: fees.map(({ code }) => code) }];
    }
    case 'refund': {
      const fees = 'fees' in type ? type.fees.filter(({ refund }) => refund.kind !== 'none') : [];
      return [{ kind: 'refundDue', fees: fees.map(({ code }) => code) }];
    }
  }
}

/**
 * By the activity that begins: what binds a term or a remedy is served, all else is told. A notice of start (L. 241/1990 art. 7) is the one that
 * is made by the activity that ends.
 */
function notice(
  whom: Extract<Fact, { kind: 'toNotify' }>['whom'],
  { context, procedure }: Standing,
  { to, given }: Way,
): Fact {
  const from = procedure.state === 'running' ? procedure.at.node : to;
  const made = activityOf(context, from);
  const ofStart = made?.notify === 'legal' && made.phase === 'preparatoria';
  const legal = activityOf(context, to)?.notify === 'legal';
  const about = ofStart && !legal ? from : to;
  return { kind: 'toNotify', whom, manner: legal || ofStart ? 'legal' : 'informative', about, message: given.message };
}

/**
 * What the clock refuses bars the step, with its article. Not so where the term is over already and its end has no meaning of its own:
 * the Comune must still decide, ask and give notice (L. 241/1990 art. 2 c. 1, art. 10-bis); the line is written and moves nothing.
 */
function clockHeld(effect: StopEffect, course: Course, standing: Standing, { given }: Way): Course | Reason[] {
  const { context, day, clock } = standing;
  const { procedure } = course;
  if (!procedure.legal) return [noClock];
  if (effect === 'suspend:art2c7' && 'term' in context.type && !context.type.term.suspendable)
    return [
      reason(
        'notSuspendable',
        'il termine di questo procedimento non si sospende',
        'the term of this procedure cannot be suspended',
        context.type.term.source.article ?? context.type.term.source.act,
      ),
    ];
  const entry = stopEntry(effect, given.act?.reference ?? null, { procedure, day, law: context.law });
  const refused = checkEntry(procedure.legal, entry, clock)
    .filter(isRefused)
    .filter(({ code }) => code !== 'afterExpiry' && code !== 'afterConclusion');
  if (refused.length > 0) return refused.map((finding) => findingReason(finding, ledgerArticle(entry)));
  return follow(course, day, [{ kind: 'clockMoved', entry }]);
}

const noClock = reason(
  'noClock',
  'nessun termine è cominciato, e quindi non si può fermare',
  'no term has begun, so none can be stopped',
);

/** The notice of refusal holds the clock until the party has answered or had its days; other stops end with what was awaited. */
function clockResumed(course: Course, standing: Standing): Course | Reason[] {
  const now = standingOn(standing.day, course.procedure, standing.context);
  const open = openStops(now, course.procedure);
  const bar = now.preavviso && !now.preavviso.done ? preavvisoBar(now) : null;
  if (bar && isLastStop(now)) return [bar];
  return follow(
    course,
    standing.day,
    open
      .filter((entry) => !('rule' in entry) || entry.rule.effect === 'suspends')
      .map((entry) => ({ kind: 'clockResumed', entry: entry.id, on: standing.day })),
  );
}

/** Whether the notice is what was recorded last among the stops: one waits for one thing at a time. */
const isLastStop = ({ procedure, preavviso }: Standing): boolean =>
  ledgerOf(procedure).findLast(({ kind }) => kind !== 'extension')?.id === preavviso?.entry.id;

/** Stops that an event ends and none has ended yet; one that has run to its limit ended by itself. */
export function openStops({ clock }: Pick<Standing, 'clock'>, procedure: Standing['procedure']): LedgerEntry[] {
  if (!procedure.legal) return [];
  const limited = new Set(
    readClock(procedure.legal, clock).stops.flatMap(({ stop, end }) => (end.how === 'limit' ? [stop.id] : [])),
  );
  return procedure.legal.ledger.filter((entry) => 'to' in entry && entry.to === null && !limited.has(entry.id));
}

import { clocksStarted } from '../clocks-started.ts';
import type { Fact } from '../course.ts';
import { reason } from '../reason.ts';
import { hasExpired, ledgerOf, silenceIn, type Standing } from '../standing.ts';
import { type Doing, onlyWhile, refuse } from './doing.ts';

export const take: Doing<'take'> = {
  bars: (standing) => onlyWhile(standing, 'running'),
  done: ({ procedure }, { by }) =>
    procedure.state === 'running' && procedure.assignee === by && procedure.at.state !== 'todo'
      ? refuse(reason('alreadyTaken', 'la pratica è già tua', 'the case is yours already'))
      : [{ kind: 'activityTaken', by }],
};

export const assign: Doing<'assign'> = {
  bars: (standing) => onlyWhile(standing, 'running'),
  done: ({ procedure }, { to, note }) =>
    procedure.assignee === to
      ? refuse(reason('alreadyAssigned', 'la pratica è già assegnata così', 'the case is assigned so already'))
      : [{ kind: 'assigned', to, note: note ?? null }],
};

export const passOn: Doing<'passOn'> = {
  bars: (standing) => onlyWhile(standing, 'running'),
  done: (standing, { unit, reason: why }) =>
    standing.procedure.unit === unit
      ? refuse(reason('alreadyThere', 'la pratica è già di questo ufficio', 'the case is with this office already'))
      : [
          { kind: 'passedOn', from: standing.procedure.unit, to: unit, reason: why },
          ...termOfCompetentOffice(standing, unit),
        ],
};

/**
 * The terms of arts. 19 c. 3 and 20 c. 1 run from the day the competent office receives what was filed with another (L. 241/1990
 * art. 18-bis). Which one is competent the type says. Only once, and not for a term that something has held or moved: sending a case
 * around must not put off silence.
 */
function termOfCompetentOffice(standing: Standing, unit: string): Fact[] {
  const { context, procedure, day } = standing;
  const { legal, filing } = procedure;
  const untouched = legal?.term.startOn === filing.filedOn && ledgerOf(procedure).length === 0;
  const running = untouched && legal.concludedOn === null && !hasExpired(standing);
  const ofThoseArticles = context.type.family === 'scia' || silenceIn(standing) === 'silenzioAssenso';
  if (!running || !ofThoseArticles || unit !== context.type.unit || procedure.unit === unit) return [];
  return clocksStarted(day, day, context);
}

import { potereSostitutivoClock } from '../../potere-sostitutivo.ts';
import { addDays } from '../../day.ts';
import { dayWords } from '../../day-words.ts';
import type { Reason } from '../decision.ts';
import { reason } from '../reason.ts';
import { hasExpired, silenceIn, type Standing } from '../standing.ts';
import { type Doing, onlyWhile, refuse } from './doing.ts';

const article = 'L. 241/1990 art. 2 cc. 9-bis e 9-ter';

export const askSubstitute: Doing<'askSubstitute'> = {
  bars: (standing) => [
    ...powerBars(standing),
    ...(standing.procedure.substitute.state === 'none' ? [] : [alreadyAsked]),
  ],
  done: ({ day }, { note }) => [{ kind: 'substituteAsked', on: day, note: note ?? null }],
};

export const startSubstitute: Doing<'startSubstitute'> = {
  bars: (standing) => [
    ...powerBars(standing),
    ...(standing.procedure.substitute.state === 'active' ? [alreadyActive] : []),
  ],
  done: ({ procedure, context, day }, { ownMotion }) => {
    if (!ownMotion && procedure.substitute.state !== 'requested') return refuse(notAsked);
    const clock = procedure.legal && potereSostitutivoClock(procedure.legal, day, context.law);
    return clock && clock.kind !== 'noLawInForce' ? [{ kind: 'substituteStarted', clock, ownMotion }] : refuse(noRule);
  },
};

/** Only against inaction: after the term of conclusion, and not where its end is an answer in the party's favour. */
function powerBars(standing: Standing): Reason[] {
  const running = onlyWhile(standing, 'running');
  if (running.length > 0) return running;
  const { context, legal, procedure } = standing;
  if (context.type.family === 'scia' || !legal || procedure.legal?.concludedOn !== null) return [noTerm];
  if (silenceIn(standing) === 'silenzioAssenso' && procedure.silence === 'applies') return [silenceAnswers];
  if (hasExpired(standing)) return [];
  if (legal.deadline.kind === 'open') return [termHeld];
  const words = dayWords(legal.deadline.on);
  return [
    reason(
      'termNotExpired',
      `il termine scade il ${words.it}`,
      `the term ends on ${words.en}`,
      article,
      addDays(legal.deadline.on, 1),
    ),
  ];
}

const alreadyAsked = reason('alreadyAsked', 'è già stato chiesto', 'it has been asked for already', article);
const alreadyActive = reason(
  'alreadyActive',
  'il sostituto ha già la pratica',
  'the substitute has the case already',
  article,
);
const notAsked = reason('notAsked', 'nessuno lo ha chiesto', 'nobody has asked for it', article);
const noRule = reason(
  'noLawInForce',
  'la norma in vigore quel giorno non è nota',
  'the rule of that day is not known',
  article,
);
const noTerm = reason(
  'noTerm',
  'non c’è un termine di conclusione da far rispettare',
  'there is no term of conclusion to be kept',
  article,
);
const silenceAnswers = reason(
  'silenceAnswers',
  'alla fine del termine il silenzio vale assenso: non c’è inerzia da sostituire',
  'at the end of the term silence is consent: there is no inaction to make up for',
  'L. 241/1990 art. 20 c. 1',
);
const termHeld = reason(
  'termHeld',
  'il termine è fermo e non è scaduto',
  'the term stands still and has not expired',
  article,
);

import { addDays } from '../day.ts';
import { dayWords } from '../day-words.ts';
import { type Guard, guardWords } from '../types/guards.ts';
import type { Reason } from './decision.ts';
import { reason } from './reason.ts';
import { articleOf, hasExpired, ledgerOf, silenceHolds, type Standing } from './standing.ts';

/** Why a guard does not hold, or null where it does. */
export function guardBar(guard: Guard, standing: Standing, found: readonly string[]): Reason | null {
  switch (guard) {
    case 'termExpired':
    case 'controlWindowExpired':
      return hasExpired(standing) ? null : notYet(guard, standing, articleOf(standing));
    case 'termNotExpired':
    case 'controlWindowOpen':
      return hasExpired(standing) ? fails(guard, articleOf(standing)) : null;
    case 'silenceApplies':
      return silenceHolds(standing, found) === 'applies' ? null : silenceBar(guard, standing, found);
    case 'silenceExcluded':
      return silenceHolds(standing, found) === 'excluded' ? null : silenceBar(guard, standing, found);
    case 'suspensionUnused':
      return isSuspended(standing) ? fails(guard, art2c7) : null;
    case 'suspensionUsed':
      return isSuspended(standing) ? null : fails(guard, art2c7);
    case 'preavvisoUnused':
      return standing.preavviso ? fails(guard, art10bis) : null;
    case 'preavvisoDone':
      return preavvisoBar(standing);
    case 'noticeOpen':
      return callBar(standing, 'open');
    case 'noticeClosed':
      return callBar(standing, 'closed');
    default:
      return found.includes(guard) ? null : notFound(guard);
  }
}

const art2c7 = 'L. 241/1990 art. 2 c. 7';
const art10bis = 'L. 241/1990 art. 10-bis';

const isSuspended = ({ procedure }: Standing): boolean => ledgerOf(procedure).some(({ kind }) => kind === 'art2c7');

const fails = (guard: Guard, article: string | null): Reason =>
  reason(
    guard,
    `vale solo se ${guardWords[guard].it}, e non è così`,
    `holds only if ${guardWords[guard].en}, and that is not so`,
    article,
  );

const notFound = (guard: Guard): Reason =>
  reason(
    'notFound',
    `va detto di aver accertato che ${guardWords[guard].it}`,
    `it must be said to have been found that ${guardWords[guard].en}`,
  );

function silenceBar(guard: 'silenceApplies' | 'silenceExcluded', standing: Standing, found: readonly string[]): Reason {
  const article = articleOf(standing);
  if (silenceHolds(standing, found) !== 'unknown') return fails(guard, article);
  const { type } = standing.context;
  const except = 'silence' in type && type.silence.kind === 'silenzioAssenso' ? type.silence.exceptWhen : undefined;
  return reason(
    'silenceUnknown',
    `nessuno ha ancora detto se il silenzio vale: non vale ${except?.it ?? 'in certi casi'}`,
    `nobody has yet said whether silence counts: it does not ${except?.en ?? 'in certain cases'}`,
    article,
  );
}

/** Until the party has answered or had its days (L. 241/1990 art. 10-bis). */
export function preavvisoBar({ preavviso }: Standing): Reason | null {
  if (preavviso?.done) return null;
  if (!preavviso)
    return reason(
      'noPreavviso',
      'prima si comunicano alla parte i motivi che impediscono di accogliere (preavviso di rigetto)',
      'first the party is told the reasons against granting (preavviso di rigetto)',
      art10bis,
    );
  if (!preavviso.window)
    return reason(
      'preavvisoNotReceived',
      'non si sa ancora quando la parte ha ricevuto il preavviso: annota il giorno, da cui corre il suo tempo per rispondere',
      'the day on which the party received the notice is not yet known: note it, for its time to answer runs from there',
      art10bis,
    );
  const { until } = preavviso.window;
  const words = dayWords(until);
  return reason(
    'preavvisoOpen',
    `la parte può presentare osservazioni fino al ${words.it}`,
    `the party may answer until ${words.en}`,
    art10bis,
    addDays(until, 1),
  );
}

function notYet(guard: Guard, { legal }: Standing, article: string | null): Reason {
  if (!legal) return reason('termNotBegun', 'nessun termine è ancora cominciato', 'no term has begun yet', article);
  const { deadline } = legal;
  if (deadline.kind === 'open') {
    const first = dayWords(deadline.earliest);
    return reason(
      'termHeld',
      `il termine è fermo: non scade prima del ${first.it}`,
      `the term stands still: it does not end before ${first.en}`,
      article,
    );
  }
  const words = dayWords(deadline.on);
  return reason(
    guard,
    `vale solo se ${guardWords[guard].it}: l’ultimo giorno è il ${words.it}`,
    `holds only if ${guardWords[guard].en}: the last day is ${words.en}`,
    article,
    legal.state === 'stopped' ? null : addDays(deadline.on, 1),
  );
}

/** A request answers to its call on the day it reached the Comune; the call closes with its last day. */
function callBar({ procedure, day }: Standing, wanted: 'open' | 'closed'): Reason | null {
  const { call, filedOn } = procedure.filing;
  if (!call)
    return reason('noCall', 'manca il bando a cui la domanda risponde', 'the call that the request answers is missing');
  if (wanted === 'closed') {
    if (day > call.closesOn) return null;
    const words = dayWords(call.closesOn);
    return reason(
      'callStillOpen',
      `le iscrizioni sono aperte fino al ${words.it}`,
      `the call is open until ${words.en}`,
      null,
      addDays(call.closesOn, 1),
    );
  }
  if (filedOn >= call.opensOn && filedOn <= call.closesOn) return null;
  const [first, last] = [dayWords(call.opensOn), dayWords(call.closesOn)];
  return reason(
    'callNotOpen',
    `le iscrizioni sono aperte dal ${first.it} al ${last.it}`,
    `the call is open from ${first.en} to ${last.en}`,
  );
}

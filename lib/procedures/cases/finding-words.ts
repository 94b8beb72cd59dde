import { dayWords } from '../day-words.ts';
import type { Finding } from '../findings.ts';
import type { Reason } from './decision.ts';
import { reason } from './reason.ts';

type Refused = Extract<Finding, { effect: 'refused' }>;

/** What the clock refuses, in words. */
export function findingReason(finding: Refused, article: string): Reason {
  switch (finding.code) {
    case 'suspendedTooOften':
      return reason(
        finding.code,
        `il termine si può fermare per questo motivo ${finding.times === 1 ? 'una volta sola' : `${finding.times} volte`}, ed è già successo`,
        `the term can be stopped for this reason ${finding.times === 1 ? 'once only' : `${finding.times} times`}, and has been`,
        finding.article,
      );
    case 'afterExpiry': {
      const words = dayWords(finding.expiredOn);
      return reason(
        finding.code,
        `il termine è scaduto il ${words.it}: quello che è finito non si ferma e non si allunga`,
        `the term ended on ${words.en}: what is over can be neither stopped nor prolonged`,
        article,
      );
    }
    case 'afterConclusion': {
      const words = dayWords(finding.concludedOn);
      return reason(
        finding.code,
        `il termine si è chiuso il ${words.it} con la decisione`,
        `the term closed on ${words.en} with the decision`,
        article,
      );
    }
    case 'beforeStart': {
      const words = dayWords(finding.startOn);
      return reason(
        finding.code,
        `il termine comincia il ${words.it}, dopo questo atto`,
        `the term begins on ${words.en}, after this act`,
        article,
      );
    }
    case 'wrongOrder': {
      const [earlier, later] = [dayWords(finding.earlier), dayWords(finding.later)];
      return reason(
        finding.code,
        `le date non possono stare in quest’ordine: ${earlier.it}, poi ${later.it}`,
        `the dates cannot be in this order: ${earlier.en}, then ${later.en}`,
        article,
      );
    }
    case 'noLawInForce': {
      const words = dayWords(finding.on);
      return reason(
        finding.code,
        `non è nota la norma in vigore il ${words.it} (${finding.key})`,
        `the rule in force on ${words.en} is not known (${finding.key})`,
        article,
      );
    }
  }
}

export const isRefused = (finding: Finding): finding is Refused => finding.effect === 'refused';

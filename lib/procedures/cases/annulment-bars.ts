import { annullamentoDUfficioUntil } from '../annullamento-d-ufficio.ts';
import type { Day } from '../day.ts';
import { dayWords } from '../day-words.ts';
import { advantageOutcomes, type Outcome, outcomeWords } from '../types/outcomes.ts';
import type { Reason } from './decision.ts';
import { givenOn } from './given-on.ts';
import type { ReopeningGround } from './procedure.ts';
import { groundWords, judgmentGrounds } from './reopening-words.ts';
import { reason } from './reason.ts';
import type { Standing } from './standing.ts';

const art21nonies = 'L. 241/1990 art. 21-nonies c. 1';

/** Why a concluded case may not be opened again for this. */
export function groundBars(standing: Standing, ground: ReopeningGround, judgment: string | null): Reason[] {
  const { procedure, day } = standing;
  if (procedure.state === 'running') return [];
  if (judgmentGrounds.has(ground) && judgment === null)
    return [
      reason(
        'noJudgment',
        `per «${groundWords[ground].it}» va indicata la sentenza: giudice, numero e data`,
        `for "${groundWords[ground].en}" the judgment must be named: court, number and date`,
        ground === 'falseDeclarations' ? 'L. 241/1990 art. 21-nonies c. 2-bis' : 'D.Lgs. 104/2010 art. 112',
      ),
    ];
  if (ground !== 'review') return [];
  const until = lastDayToAnnul(standing, procedure.outcome, givenOn(procedure));
  if (until === null || day <= until) return [];
  const last = dayWords(until);
  const still = reopeningsLeft.map((one) => groundWords[one]);
  return [
    reason(
      'annulmentTooLate',
      `l’esito «${outcomeWords[procedure.outcome].it}» poteva essere annullato d’ufficio fino al ${last.it}; la pratica si può riaprire solo per: ${still.map(({ it }) => it).join('; ')}`,
      `the outcome "${outcomeWords[procedure.outcome].en}" could be annulled by the office until ${last.en}; the case can be opened again only for: ${still.map(({ en }) => en).join('; ')}`,
      art21nonies,
    ),
  ];
}

const reopeningsLeft = ['rectification', 'falseDeclarations', 'judgment'] as const;

/**
 * Why what was given may not be taken by this outcome: the annulment is the decision, not the reopening, and it is what the law wants within the
 * time. Nor does one annul under the name of a rectification.
 * @param decidedOn the day of the decision: today, or that of the act adopted already
 */
export function annulmentBars(standing: Standing, outcomes: readonly Outcome[], decidedOn: Day): Reason[] {
  const { reopening } = standing.procedure;
  if (!reopening || judgmentGrounds.has(reopening.ground)) return [];
  if (outcomes.length === 0 || outcomes.some((one) => advantageOutcomes.has(one))) return [];
  const until = lastDayToAnnul(standing, reopening.outcome, reopening.decidedOn);
  if (until === null || decidedOn <= until) return [];
  const last = dayWords(until);
  return [
    reason(
      'annulmentTooLate',
      `dopo il ${last.it} non si può più togliere ciò che era stato dato con l’esito «${outcomeWords[reopening.outcome].it}»`,
      `after ${last.en} what was given by the outcome "${outcomeWords[reopening.outcome].en}" can no longer be taken away`,
      art21nonies,
    ),
  ];
}

/** Null where nothing was given, or no rule is known for that day: whether the time was reasonable is then a person's to judge. */
function lastDayToAnnul({ context: { law } }: Standing, outcome: Outcome, decidedOn: Day): Day | null {
  if (!advantageOutcomes.has(outcome)) return null;
  const until = annullamentoDUfficioUntil(decidedOn, law);
  return typeof until === 'string' ? until : null;
}

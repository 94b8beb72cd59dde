import { addMonths, type Day, isDay } from '../day.ts';
import type { Outcome } from '../types/outcomes.ts';
import type { ProcedureType } from '../types/procedure-type.ts';
import type { Retention } from '../types/retention.ts';
import type { Procedure } from './procedure.ts';
import type { RetentionFacts } from './retention-facts.ts';

type Ended = Exclude<Procedure, { state: 'running' }>;
type Discard = Extract<Retention, { disposition: 'discard' }>;

/** Of a fascicolo, what the years of its keeping may run from. */
export interface KeptFile {
  closedOn: Day;
  decisionEffective: Day | null;
  answers: Ended['filing']['answers'];
  facts: RetentionFacts;
}

/** Kept for ever, until a day, or not to be told: then what is wanting. */
export type Keeping =
  { kind: 'keep' } | { kind: 'discard'; from: Day; on: Day } | { kind: 'wanting'; what: 'rule' | Discard['trigger'] };

/** What becomes of a fascicolo with that outcome; null where the type says nothing of it. */
export function retentionOf(type: ProcedureType, outcome: Outcome): Retention | null {
  if ('silence' in type && type.silence.kind === outcome) return type.silence.retention;
  const rules: Partial<Record<Outcome, { retention: Retention }>> = type.outcomes;
  return rules[outcome]?.retention ?? null;
}

export const keptFileOf = (procedure: Ended, closedOn: Day, facts: RetentionFacts): KeptFile => ({
  closedOn,
  decisionEffective: procedure.effectiveOn ?? procedure.concludedOn,
  answers: procedure.filing.answers,
  facts,
});

/** How long a fascicolo is kept (DPR 445/2000 art. 68). @param byHand the day that somebody gives where no fact does */
export function keepingOf(rule: Retention | null, file: KeptFile, byHand: Day | null): Keeping {
  if (!rule || rule.disposition === 'unknown') return { kind: 'wanting', what: 'rule' };
  if (rule.disposition === 'keep') return { kind: 'keep' };
  const from = retentionStart(rule, file) ?? byHand;
  if (from === null) return { kind: 'wanting', what: rule.trigger };
  return { kind: 'discard', from, on: retentionEnd(from, rule.years) };
}

/** The day from which the years run, or null while nobody knows it. */
export function retentionStart(rule: Discard, { closedOn, decisionEffective, answers, facts }: KeptFile): Day | null {
  switch (rule.trigger) {
    case 'caseClosed':
      return closedOn;
    case 'decisionEffective':
      return decisionEffective;
    case 'dataField': {
      const answer = answers[rule.field ?? ''];
      return typeof answer === 'string' && isDay(answer) ? answer : null;
    }
    case 'decisionExpiry':
    case 'mainCaseClosed':
    case 'relationEnd':
      return facts[rule.trigger] ?? null;
    case 'setByHand':
      return null;
  }
}

export const retentionEnd = (start: Day, years: number): Day => addMonths(start, years * 12);

import { addMonths, type Day, isDay } from '../day.ts';
import type { Outcome } from '../types/outcomes.ts';
import type { ProcedureType } from '../types/procedure-type.ts';
import type { Retention } from '../types/retention.ts';
import type { Procedure } from './procedure.ts';

type Ended = Exclude<Procedure, { state: 'running' }>;

/** What becomes of a fascicolo with that outcome; null where the type says nothing of it. */
export function retentionOf(type: ProcedureType, outcome: Outcome): Retention | null {
  if ('silence' in type && type.silence.kind === outcome) return type.silence.retention;
  const rules: Partial<Record<Outcome, { retention: Retention }>> = type.outcomes;
  return rules[outcome]?.retention ?? null;
}

/** The day from which the years run, or null while nobody knows it. @param byHand the day an archivist gives. */
export function retentionStart(
  rule: Extract<Retention, { disposition: 'discard' }>,
  procedure: Ended,
  closedOn: Day,
  byHand: Day | null,
): Day | null {
  switch (rule.trigger) {
    case 'caseClosed':
      return closedOn;
    case 'decisionEffective':
      return procedure.effectiveOn ?? procedure.concludedOn;
    case 'dataField': {
      const answer = procedure.filing.answers[rule.field ?? ''];
      return typeof answer === 'string' && isDay(answer) ? answer : byHand;
    }
    case 'decisionExpiry':
    case 'mainCaseClosed':
    case 'relationEnd':
    case 'setByHand':
      return byHand;
  }
}

export const retentionEnd = (start: Day, years: number): Day => addMonths(start, years * 12);

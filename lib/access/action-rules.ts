import type { ActionKind } from '#lib/procedures/cases/action.ts';
import type { Actor } from '#lib/procedures/types/activity-type.ts';
import type { Capacity } from './capacities.ts';

/** Who may do a thing; `turn`: whoever's turn it is in the activity at hand. */
export interface ActionRule {
  who: readonly Capacity[] | 'turn';
  /** Whether a case that a colleague has is left to that colleague (and to the responsible). */
  respectsAssignee: boolean;
  /** Where the law says whose it is. */
  article: string | null;
}

const rule = (who: ActionRule['who'], further: Partial<Omit<ActionRule, 'who'>> = {}): ActionRule => ({
  who,
  respectsAssignee: false,
  article: null,
  ...further,
});

const handlers = ['officer', 'archivist', 'responsible'] as const;

/** One line for each action: the whole of who may do what to a case. */
export const actionRules: Record<ActionKind, ActionRule> = {
  take: rule('turn', { respectsAssignee: true }),
  assign: rule([...handlers, 'manager'], { respectsAssignee: true, article: 'L. 241/1990 art. 5' }),
  passOn: rule([...handlers, 'manager'], { respectsAssignee: true }),
  advance: rule('turn', { respectsAssignee: true }),
  noteReceipt: rule(handlers),
  noteDelivery: rule(handlers),
  correctDelivery: rule(handlers),
  noteAnswer: rule([...handlers, 'frontOffice', 'applicant', 'counterparty']),
  writeMessage: rule([...handlers, 'applicant', 'counterparty']),
  extend: rule(['responsible', 'decider'], { article: 'L. 241/1990 art. 6' }),
  addDocument: rule([...handlers, 'frontOffice', 'decider', 'applicant', 'counterparty']),
  addReference: rule([...handlers, 'frontOffice']),
  writeNote: rule([...handlers, 'frontOffice', 'manager', 'decider']),
  askSubstitute: rule(['applicant', 'frontOffice', ...handlers], { article: 'L. 241/1990 art. 2 c. 9-ter' }),
  startSubstitute: rule(['substitute'], { article: 'L. 241/1990 art. 2 c. 9-bis' }),
  askAttestation: rule(['applicant', 'frontOffice', ...handlers], { article: 'L. 241/1990 art. 20 c. 2-bis' }),
  issueAttestation: rule(['responsible', 'decider'], { article: 'L. 241/1990 art. 20 c. 2-bis' }),
  letTimeAct: rule([...handlers, 'manager', 'decider']),
  close: rule(handlers, { respectsAssignee: true }),
  reopen: rule(['responsible', 'decider']),
};

/**
 * Whose turn it is, by the actor that the catalogue gives an activity. What people and bodies outside do is recorded by the office that has the
 * case; the measure itself is signed by who heads the deciding office or was given the signature.
 */
export const turnRules: Record<Actor, { who: readonly Capacity[]; article: string | null }> = {
  applicant: { who: handlers, article: null },
  counterparty: { who: handlers, article: null },
  frontOffice: { who: [...handlers, 'frontOffice'], article: null },
  protocollo: { who: [...handlers, 'frontOffice'], article: null },
  officer: { who: handlers, article: null },
  responsible: { who: ['responsible'], article: 'L. 241/1990 art. 6' },
  decidingOffice: { who: ['decider'], article: 'L. 241/1990 art. 6' },
  otherOffice: { who: handlers, article: null },
  otherBody: { who: handlers, article: null },
  commission: { who: ['responsible'], article: null },
  poliziaLocale: { who: handlers, article: null },
  archivist: { who: ['archivist', 'responsible'], article: null },
  system: { who: handlers, article: null },
};

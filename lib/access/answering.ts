import { agentsOf, capacitiesOf } from './capacities.ts';
import type { CaseFacts } from './case-facts.ts';
import { partiesAs } from './delegations/acting.ts';
import type { Organisation } from './organisation.ts';
import { allowed, denied, type Permission } from './permission.ts';
import { mayAct } from './procedures.ts';
import type { CitizenSession } from './session.ts';

/** Whether a party, or who represents it, answers what the office asked: only whose turn it is, for what one is asked is not another's to say. */
export function mayAnswer(session: CitizenSession, facts: CaseFacts, organisation: Organisation): Permission {
  const acts = mayAct(session, facts, 'noteAnswer', organisation);
  if (!acts.allowed) return acts;
  const held = capacitiesOf(session, facts, organisation);
  return facts.turn !== null && [...held].some((capacity) => capacity === facts.turn) ? allowed : notAsked;
}

const notAsked = denied(
  'notAsked',
  'In questo momento l’ufficio non ti ha chiesto niente: se vuoi, scrivigli un messaggio.',
  'The office has not asked you for anything now: if you wish, write it a message.',
);

/**
 * In whose name somebody acts in a case: their own where they are a party, or that of whom they represent in it, and not only to read. Every act
 * keeps both.
 * @param role of the party; any where none is told
 */
export function partyFor(
  session: CitizenSession,
  facts: Pick<CaseFacts, 'id' | 'type' | 'parties'>,
  role: 'applicant' | 'counterparty' | null = null,
): string | null {
  const fitting = partiesAs(session, facts, 'file').filter(
    (one) => role === null || (one.role === 'counterparty') === (role === 'counterparty'),
  );
  for (const agent of agentsOf(session)) {
    const found = fitting.find((one) => one.agent === agent);
    if (found) return found.agent;
  }
  return null;
}

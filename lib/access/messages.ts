import { applicantsThread } from '#lib/procedures/cases/message-thread.ts';
import { capacitiesOf, isOwnCase } from './capacities.ts';
import type { CaseFacts } from './case-facts.ts';
import { partiesAs } from './delegations/acting.ts';
import type { Organisation } from './organisation.ts';
import type { Session, StaffSession } from './session.ts';

/**
 * The conversations of a case that somebody reads: whoever handles it, all of them; those who filed, the one they share; a third
 * party, its own. Nobody reads what another party says to the office.
 */
export function threadsOf(session: Session, facts: CaseFacts, organisation: Organisation): string[] {
  const ofCase = allThreads(facts);
  if (session.kind === 'staff')
    return !isOwnCase(session, facts) && handles(session, facts, organisation) ? ofCase : [];
  const own = partiesAs(session, facts, 'read').map(({ agent, role }) =>
    role === 'counterparty' ? agent : applicantsThread,
  );
  return ofCase.filter((thread) => own.includes(thread));
}

/** Whether somebody reads messages of cases at all: the front office does not. */
export const readsMessages = (session: StaffSession): boolean =>
  session.roles.some(({ role }) => role !== 'frontOffice' && role !== 'administrator');

const handles = (session: Session, facts: CaseFacts, organisation: Organisation): boolean =>
  [...capacitiesOf(session, facts, organisation)].some((capacity) => capacity !== 'frontOffice');

/** One for those who filed, one for each third party. */
const allThreads = ({ parties }: CaseFacts): string[] => [
  ...new Set(parties.map(({ agent, role }) => (role === 'counterparty' ? agent : applicantsThread))),
];

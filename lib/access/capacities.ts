import type { Text } from '#lib/procedures/types/text.ts';
import type { CaseFacts } from './case-facts.ts';
import { partiesAs } from './delegations/acting.ts';
import type { Power } from './delegations/power.ts';
import type { Organisation } from './organisation.ts';
import { unitsOf } from './reach-of.ts';
import type { CitizenSession, Session, StaffRole } from './session.ts';

/** What somebody is towards one case: a role counts where its office and its types meet the case's. */
export const capacityWords = {
  officer: { it: 'chi istruisce, nell’ufficio che ha la pratica', en: 'officers of the office that has the case' },
  responsible: { it: 'responsabile del procedimento', en: 'the person responsible for the procedure' },
  manager: { it: 'dirigente dell’ufficio', en: 'the manager of the office' },
  archivist: { it: 'archivista', en: 'the archivist' },
  frontOffice: { it: 'sportello', en: 'the front office' },
  decider: { it: 'chi ha la firma nell’ufficio che decide', en: 'who signs for the deciding office' },
  substitute: { it: 'titolare del potere sostitutivo', en: 'the holder of the substitute power' },
  applicant: { it: 'chi ha presentato la domanda', en: 'who filed the request' },
  counterparty: { it: 'controinteressati', en: 'third parties concerned' },
} as const satisfies Record<string, Text>;
export type Capacity = keyof typeof capacityWords;

/**
 * The capacities of whoever is signed in.
 * @param power of a delegate: what the capacity is wanted for, to see or also to act
 */
export function capacitiesOf(
  session: Session,
  facts: CaseFacts,
  organisation: Organisation,
  power: Power = 'read',
): ReadonlySet<Capacity> {
  const found =
    session.kind === 'citizen'
      ? asParty(session, facts, power)
      : session.roles.flatMap((role) => byRole(role, facts, organisation));
  return new Set(found);
}

const asParty = (session: CitizenSession, facts: CaseFacts, power: Power): Capacity[] =>
  partiesAs(session, facts, power).map(({ role }) => (role === 'counterparty' ? 'counterparty' : 'applicant'));

function byRole(role: StaffRole, { type, unit }: CaseFacts, organisation: Organisation): Capacity[] {
  if (role.role === 'administrator' || (role.types && !role.types.includes(type.code))) return [];
  if (role.role === 'frontOffice') return ['frontOffice'];
  const units = unitsOf(role, organisation);
  const holds = (office: string) => units === null || units.includes(office);
  const found: Capacity[] = holds(unit) ? [role.role] : [];
  if (role.role !== 'responsible' && role.role !== 'manager') return found;
  if (holds(type.decidingOffice)) found.push('decider');
  if (role.role === 'manager' && holds(type.substitute.office)) found.push('substitute');
  return found;
}

/** The persons and bodies as whom a citizen sees and acts. */
export const agentsOf = (session: CitizenSession): string[] => [
  session.agent,
  ...session.represents.map(({ agent }) => agent),
];

/** Whether a case is one's own: who is a party does not handle it (L. 241/1990 art. 6-bis). */
export const isOwnCase = (session: Session, { parties }: Pick<CaseFacts, 'parties'>): boolean =>
  session.kind === 'staff' && session.agent !== null && parties.some(({ agent }) => agent === session.agent);

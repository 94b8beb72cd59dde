import type { Text } from '#lib/procedures/types/text.ts';
import { reachFacts, type CaseFacts } from './case-facts.ts';
import type { Organisation } from './organisation.ts';
import { rangesOf } from './reach-of.ts';
import { reaches } from './reach.ts';
import type { StaffRole, StaffRoleName, StaffSession } from './session.ts';

/** What of somebody was looked at: a case, a document, who they are and how to reach them, all that is theirs. */
export const lookKinds = ['case.read', 'document.read', 'identity.read', 'person.read'] as const;
export type LookKind = (typeof lookKinds)[number];

/** In what capacity, as it is told to whom it concerns: never which person it was. */
export interface LookedAs {
  role: StaffRoleName;
  /** Null: of all offices. */
  unit: string | null;
}

/** Why each role looks: for nothing else may it (GDPR art. 5 c. 1 b, 29). */
export const lookReasons: Record<StaffRoleName, Text> = {
  officer: { it: 'per trattare la pratica', en: 'to handle the case' },
  responsible: { it: 'come responsabile del procedimento', en: 'as responsible for the procedure' },
  manager: { it: 'per dirigere l’ufficio e controllarne il lavoro', en: 'to direct the office and check its work' },
  archivist: { it: 'per tenere l’archivio', en: 'to keep the archive' },
  frontOffice: { it: 'per dare informazioni allo sportello', en: 'to give information at the front office' },
  administrator: { it: 'per amministrare il sistema', en: 'to administer the system' },
};

/** Who works at a case comes before who directs, and who only answers for it last. */
const order: readonly StaffRoleName[] = [
  'officer',
  'responsible',
  'archivist',
  'manager',
  'frontOffice',
  'administrator',
];

/** In which of their roles somebody of the staff sees a case; null where none lets them. */
export function looksAs(session: StaffSession, facts: CaseFacts, organisation: Organisation): LookedAs | null {
  const at = reachFacts(facts);
  const letting = session.roles.filter((role: StaffRole) =>
    rangesOf(role, organisation).some((one) => reaches(one, at)),
  );
  const [first] = letting.toSorted((one, other) => order.indexOf(one.role) - order.indexOf(other.role));
  return first ? { role: first.role, unit: first.unit } : null;
}

import type { Day } from '#lib/procedures/day.ts';
import { isByEmail } from './by-email.ts';
import { capacitiesOf, isOwnCase } from './capacities.ts';
import type { CaseFacts } from './case-facts.ts';
import type { Organisation } from './organisation.ts';
import { allowed, denied, type Permission } from './permission.ts';
import { maySee, othersDo } from './procedures.ts';
import type { CitizenSession, Session } from './session.ts';

/** Documents by which a person shows who they are (DPR 445/2000 art. 35; a driving licence of another State only where it has a photograph). */
export const identityDocuments = ['passport', 'identityCard', 'residencePermit', 'drivingLicence'] as const;
export type IdentityDocument = (typeof identityDocuments)[number];

/** Somebody of the office saw who a person is. */
export interface IdentityCheck {
  document: IdentityDocument;
  /** Which State issued it, by two letters. */
  country: string;
  expiresOn: Day;
  checkedOn: Day;
}

/**
 * Whether what was seen still counts: admission to the archive is strictly personal and renewed each calendar year (Norme per l'accesso ai servizi
 * dell'Archivio Generale), and an address may have passed to somebody else meanwhile.
 */
export const isCheckGood = ({ checkedOn }: Pick<IdentityCheck, 'checkedOn'>, today: Day): boolean =>
  checkedOn.slice(0, 4) === today.slice(0, 4) && checkedOn <= today;

/** Whether it is known who somebody is: an identity provider says so, or the office has seen it this year. */
export const isIdentityKnown = (
  session: CitizenSession,
  checks: readonly Pick<IdentityCheck, 'checkedOn'>[],
  today: Day,
): boolean => !isByEmail(session) || checks.some((check) => isCheckGood(check, today));

const whoSees = ['officer', 'archivist', 'responsible'] as const;

/** Whether somebody notes on a case that they saw who its applicant is: whoever handles it, and nobody for themselves (L. 241/1990 art. 6-bis). */
export function mayNoteIdentity(session: Session, facts: CaseFacts, organisation: Organisation): Permission {
  const seen = maySee(session, facts, organisation);
  if (!seen.allowed) return seen;
  if (session.kind === 'citizen' || isOwnCase(session, facts)) return ownIdentity;
  const held = capacitiesOf(session, facts, organisation);
  return whoSees.some((capacity) => held.has(capacity)) ? allowed : othersDo(whoSees, null);
}

const ownIdentity = denied(
  'ownIdentity',
  'L’identità di chi chiede la accerta un’altra persona dell’ufficio.',
  'The identity of who asks is checked by somebody else of the office.',
  'L. 241/1990 art. 6-bis',
);

/** What is said until the office has seen who somebody is. */
export const identityFirst = denied(
  'identityFirst',
  'Prima l’Archivio deve vedere un tuo documento: portalo alla prima visita.',
  'First the Archive has to see a document of yours: bring it on your first visit.',
  'D.Lgs. 42/2004 art. 123',
);

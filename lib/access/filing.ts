import { identityWanted, isByEmail, isKnownEnough } from './by-email.ts';
import { mayFor } from './delegations/acting.ts';
import { unitsOf } from './reach-of.ts';
import type { Organisation, TypeOffices } from './organisation.ts';
import { allowed, denied, type Permission } from './permission.ts';
import type { CitizenSession, Representation, Session } from './session.ts';

/** For whom a request is filed. */
export interface FilingFor {
  type: TypeOffices;
  /** Applicants by their agents' ids; null for one that nobody knows yet. */
  applicants: readonly (string | null)[];
}

/** Whether somebody may file a request for those applicants: for oneself, for whom one represents, or at the desk for who stands before it. */
export function mayFileFor(session: Session, { type, applicants }: FilingFor, organisation: Organisation): Permission {
  if (session.kind === 'citizen') {
    const forSelf = applicants.every((applicant) => applicant === session.agent);
    if (!isKnownEnough(session, type) || (isByEmail(session) && !forSelf)) return identityWanted;
    const about = { type: type.code, id: null };
    const may = (applicant: string | null) => applicant !== null && mayFor(session, applicant, 'file', about);
    return applicants.length > 0 && applicants.every(may) ? allowed : notRepresented;
  }
  if (session.agent !== null && applicants.includes(session.agent)) return asCitizen;
  const receives = session.roles.some((role) => {
    if (role.types && !role.types.includes(type.code)) return false;
    if (role.role === 'frontOffice') return true;
    const units = unitsOf(role, organisation);
    const handles = role.role === 'officer' || role.role === 'responsible' || role.role === 'archivist';
    return handles && (units === null || units.includes(type.unit));
  });
  return receives ? allowed : otherOffice;
}

/** Those in whose name somebody may file a request of a type. */
export const mayFileAs = (session: CitizenSession, type: string): Representation[] =>
  session.represents.filter(({ agent }) => mayFor(session, agent, 'file', { type, id: null }));

const notRepresented = denied(
  'notRepresented',
  'Puoi presentare richieste per te e per chi ti ha dato delega.',
  'You can file requests for yourself and for those who have delegated you.',
);

const asCitizen = denied(
  'asCitizen',
  'La tua richiesta la presenti da cittadino, non dalla scrivania dell’ufficio.',
  'You file a request of your own as a citizen, not from the desk of the office.',
  'L. 241/1990 art. 6-bis',
);

const otherOffice = denied(
  'otherOffice',
  'Le richieste di questo tipo le riceve lo sportello o l’ufficio competente.',
  'Requests of this type are received by the front office or the competent office.',
);

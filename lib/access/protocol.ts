import { allowed, denied, type Permission } from './permission.ts';
import type { Session, StaffRoleName } from './session.ts';

const holds = (session: Session, ...names: StaffRoleName[]): boolean =>
  session.kind === 'staff' && session.roles.some(({ role }) => names.includes(role));

/** Whether somebody keeps the protocol register: reads it all, registers, assigns, classifies. */
export const mayKeepRegister = (session: Session): Permission =>
  holds(session, 'frontOffice', 'archivist') ? allowed : registrarsOnly;

/** Whether somebody annuls and opens the emergency register: who answers for the keeping of documents (DPR 445/2000 art. 61). */
export const mayAnswerForRegister = (session: Session): Permission =>
  holds(session, 'archivist') ? allowed : archivistOnly;

const registrarsOnly = denied(
  'registrarsOnly',
  'Il registro di protocollo lo tengono lo sportello e l’archivio generale.',
  'The protocol register is kept by the front office and the general archive.',
  'DPR 445/2000 art. 61',
);

const archivistOnly = denied(
  'archivistOnly',
  'Spetta a chi risponde della gestione documentale: l’archivista.',
  'This is for who answers for the keeping of documents: the archivist.',
  'DPR 445/2000 art. 61',
);

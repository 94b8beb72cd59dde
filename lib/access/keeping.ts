import type { Organisation } from './organisation.ts';
import { allowed, denied, type Permission } from './permission.ts';
import { unitsOf } from './reach-of.ts';
import type { Session, StaffRole } from './session.ts';

/** Whether somebody keeps the archive: takes into the deposit, selects, discards, transfers, sets legal holds. */
export const mayKeepArchive = (session: Session): Permission =>
  session.kind === 'staff' && session.roles.some(({ role }) => role === 'archivist') ? allowed : archivistsOnly;

const confirms = ({ role }: StaffRole): boolean => role === 'responsible' || role === 'manager' || role === 'officer';

/** The offices for which somebody confirms what goes to the deposit; null stands for all. */
export function officesOfDeposit(
  session: Session,
  organisation: Pick<Organisation, 'parents'>,
): readonly string[] | null {
  if (session.kind !== 'staff') return [];
  const units = session.roles.filter(confirms).map((role) => unitsOf(role, organisation));
  return units.includes(null) ? null : [...new Set(units.flatMap((some) => some ?? []))];
}

/** Whether somebody confirms the list of an office. */
export function mayConfirmDeposit(
  session: Session,
  unit: string,
  organisation: Pick<Organisation, 'parents'>,
): Permission {
  const units = officesOfDeposit(session, organisation);
  return units === null || units.includes(unit) ? allowed : officesOnly;
}

const archivistsOnly = denied(
  'archivistsOnly',
  'L’archivio lo tengono gli archivisti del Comune.',
  'The archive is kept by the archivists of the Comune.',
  'DPR 445/2000 art. 61',
);
const officesOnly = denied(
  'officesOnly',
  'L’elenco lo conferma l’ufficio che ha trattato i fascicoli.',
  'The list is confirmed by the office that handled the files.',
  'DPR 445/2000 art. 67',
);

import { unitsOf } from './reach-of.ts';
import type { Organisation } from './organisation.ts';
import { allowed, denied, type Permission } from './permission.ts';
import type { Session, StaffRole } from './session.ts';

/**
 * Whether somebody may write or publish a type of procedure: its office's manager and who administers the catalogue.
 * @param unit the type's office, before and after the change; null before one is chosen
 */
export function mayEditTypes(
  session: Session,
  unit: string | null,
  organisation: Pick<Organisation, 'parents'>,
): Permission {
  const may =
    session.kind === 'staff' &&
    session.roles.some((role) => {
      if (!keepsTypes(role)) return false;
      const units = unitsOf(role, organisation);
      return unit === null || units === null || units.includes(unit);
    });
  return may ? allowed : managersOnly;
}

/** Whether a role is one that writes types at all. */
export const keepsTypes = ({ role }: Pick<StaffRole, 'role'>): boolean =>
  role === 'manager' || role === 'administrator';

const managersOnly = denied(
  'managersOnly',
  'I tipi di procedimento li modifica chi dirige l’ufficio o amministra il catalogo.',
  'Types of procedure are edited by the manager of the office or by who administers the catalogue.',
);

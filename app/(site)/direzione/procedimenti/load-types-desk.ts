import { cache } from 'react';
import { mayEditTypes } from '#lib/access/types.ts';
import type { Organisation } from '#lib/access/organisation.ts';
import type { Permission } from '#lib/access/permission.ts';
import type { Session, StaffSession } from '#lib/access/session.ts';
import { currentSession, requireStaff } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';

/** Who keeps the types, as the desk needs them. */
export interface TypesDesk {
  session: StaffSession;
  /** As edits and the audit name them. */
  by: string;
  /** Whether they keep any type at all. */
  permission: Permission;
  /** Whether they may write a type: all the offices it names as its own, before and after, are theirs. */
  mayEdit(units: readonly (string | null)[]): Permission;
}

const deskOf = (session: StaffSession): TypesDesk => {
  const organisation = composition().organisation();
  return {
    session,
    by: `officer:${session.member}`,
    permission: mayEditTypes(session, null, organisation),
    mayEdit: (units) => mayEditAll(session, units, organisation),
  };
};

function mayEditAll(session: Session, units: readonly (string | null)[], organisation: Organisation): Permission {
  const permissions = (units.length > 0 ? units : [null]).map((unit) => mayEditTypes(session, unit, organisation));
  return permissions.find(({ allowed }) => !allowed) ?? mayEditTypes(session, null, organisation);
}

/** Read once per request; who is not of the staff is sent to sign in. */
export const loadTypesDesk = cache(async (): Promise<TypesDesk> => deskOf(await requireStaff()));

/** For what answers a form whose text must not be lost: null where nobody of the staff is signed in any more. */
export async function findTypesDesk(): Promise<TypesDesk | null> {
  const session = await currentSession();
  return session?.kind === 'staff' ? deskOf(session) : null;
}

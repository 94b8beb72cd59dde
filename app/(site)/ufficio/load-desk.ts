import { cache } from 'react';
import type { Organisation } from '#lib/access/organisation.ts';
import { reachOf, unitsOf } from '#lib/access/reach-of.ts';
import type { Reach } from '#lib/access/reach.ts';
import type { StaffSession } from '#lib/access/session.ts';
import { requireStaff } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';

/** Who sits at the desk, how far they see, and their offices. */
export interface DeskContext {
  session: StaffSession;
  organisation: Organisation;
  reach: Reach;
  /** Offices whose cases are "of my office". */
  units: readonly string[];
}

/** Read once per request; who is not of the staff is sent to sign in. */
export const loadDesk = cache(async (): Promise<DeskContext> => {
  const session = await requireStaff();
  const organisation = composition().organisation();
  const units = session.roles
    .filter(({ role }) => role !== 'administrator')
    .flatMap((role) => unitsOf(role, organisation) ?? [...organisation.parents.keys()]);
  return { session, organisation, reach: reachOf(session, organisation), units: [...new Set(units)] };
});

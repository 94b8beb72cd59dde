import { cache } from 'react';
import { mayServe, servingRole } from '#lib/access/counter.ts';
import type { Permission } from '#lib/access/permission.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import type { Reach } from '#lib/access/reach.ts';
import type { StaffSession } from '#lib/access/session.ts';
import { requireStaff } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';

/** Who serves, for which office. */
export interface Counter {
  session: StaffSession;
  permission: Permission;
  /** Null: of all offices. */
  unit: string | null;
  reach: Reach;
}

/** Read once per request; who is not of the staff is sent to sign in. */
export const loadCounter = cache(async (): Promise<Counter> => {
  const session = await requireStaff();
  return {
    session,
    permission: mayServe(session),
    unit: servingRole(session)?.unit ?? null,
    reach: reachOf(session, composition().organisation()),
  };
});

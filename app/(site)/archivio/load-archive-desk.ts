import { cache } from 'react';
import { mayKeepArchive } from '#lib/access/keeping.ts';
import type { Permission } from '#lib/access/permission.ts';
import type { StaffSession } from '#lib/access/session.ts';
import { requireStaff } from '#lib/auth/session.ts';
import type { Actor } from '#lib/store/procedures/procedure-store.ts';

/** Who is at the archivist's desk. */
export interface ArchiveDesk {
  session: StaffSession;
  actor: Actor;
  permission: Permission;
}

/** Read once per request; who is not of the staff is sent to sign in. */
export const loadArchiveDesk = cache(async (): Promise<ArchiveDesk> => {
  const session = await requireStaff();
  return { session, actor: { kind: 'officer', id: session.member }, permission: mayKeepArchive(session) };
});

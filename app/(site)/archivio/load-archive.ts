import { cache } from 'react';
import { mayKeepArchive } from '#lib/access/keeping.ts';
import type { Permission } from '#lib/access/permission.ts';
import type { StaffSession } from '#lib/access/session.ts';
import { requireStaff } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import type { Keeper } from '#lib/store/keeping/actor.ts';
import type { Actor } from '#lib/store/procedures/procedure-store.ts';

/** Who is at the archivist's desk, as pages and forms need them: `actor` of what is written of single fascicoli, `keeper` of lists. */
export interface ArchiveDesk {
  session: StaffSession;
  permission: Permission;
  actor: Actor;
  keeper: Keeper;
}

/** Read once per request; who is not of the staff is sent to sign in. */
export const loadArchive = cache(async (): Promise<ArchiveDesk> => {
  const session = await requireStaff();
  return {
    session,
    permission: mayKeepArchive(session),
    actor: { kind: 'officer', id: session.member },
    keeper: keeperOf(session),
  };
});

export function keeperOf(session: StaffSession): Keeper {
  const { now, today } = composition();
  return { by: `officer:${session.member}`, now: now(), today: today() };
}

/** Ids of lists are numbers of at most eighteen figures; null for anything else. */
export const listId = (text: string | string[] | undefined): string | null =>
  typeof text === 'string' && /^\d{1,18}$/.test(text) ? text : null;

/** The record after which a page begins. */
export const afterRecord = (text: string | string[] | undefined): string =>
  typeof text === 'string' && /^[0-9a-z]{1,40}$/i.test(text) ? text : '';

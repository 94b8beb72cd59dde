import type pg from 'pg';
import type { Persona } from '#lib/access/persona.ts';
import type { Session } from '#lib/access/session.ts';
import type { Day } from '#lib/procedures/day.ts';
import { findCitizen, findMember } from './find-session.ts';
import { listMembers, namesOfMembers } from './list-members.ts';
import { findPersona, matchAccount, type Account, type Who } from './sign-in.ts';

export type { Account, Who } from './sign-in.ts';

/** Who works here and who signs in. One per process. */
export function createStaffStore(pool: pg.Pool) {
  return {
    /** Who it is today; null for one who is no longer there. */
    findSession: ({ kind, id }: Who, today: Day): Promise<Session | null> =>
      kind === 'staff' ? findMember(pool, id, today) : findCitizen(pool, id, today),
    findPersona: (persona: Persona) => findPersona(pool, persona),
    matchAccount: (account: Account) => matchAccount(pool, account),
    listMembers: (units: readonly string[] | null, today: Day) => listMembers(pool, units, today),
    namesOfMembers: (ids: readonly string[]) => namesOfMembers(pool, ids),
  };
}
export type StaffStore = ReturnType<typeof createStaffStore>;

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Session, StaffSession } from '#lib/access/session.ts';
import { composition } from '#lib/composition.ts';
import { addressHeader } from '#lib/i18n/language.ts';
import { sessionCookie } from './cookie-name.ts';
import { readSessionCookie } from './read-cookie.ts';

/** Who is signed in, with the roles of this moment; null for who is not, or no longer works here. Read once per request. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const { signIn, baseUrl, authSecret, staff, sessions, today } = composition();
  if (signIn.kind === 'none') return null;
  const name = sessionCookie(baseUrl);
  const value = (await cookies()).get(name)?.value;
  if (!value) return null;
  const token = await readSessionCookie(value, name, await authSecret(), Math.floor(Date.now() / 1000));
  if (!token) return null;
  const [open, session] = await Promise.all([
    sessions.find(token.key, new Date()),
    staff.findSession(token.who, today()),
  ]);
  return open && session;
});

/** Somebody of the staff; whoever else is sent to sign in, and comes back here afterwards. For pages and their actions. */
export async function requireStaff(): Promise<StaffSession> {
  const session = await currentSession();
  if (session?.kind === 'staff') return session;
  const here = (await headers()).get(addressHeader) ?? '/';
  redirect(`/accedi?${new URLSearchParams({ returnTo: here, ...(session ? { error: 'staffOnly' } : {}) })}`);
}

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { CitizenSession, Session, StaffSession } from '#lib/access/session.ts';
import { composition } from '#lib/composition.ts';
import { addressHeader } from '#lib/i18n/language.ts';
import { sessionCookie } from './cookie-name.ts';
import { findSession } from './find-session.ts';
import { readSessionCookie } from './read-cookie.ts';

/** Who is signed in, with the roles of this moment; null for who is not, or no longer works here. Read once per request. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const jar = await cookies();
  return findSession(composition(), (name) => jar.get(name)?.value);
});

/** The row of the session by which a page is asked for; null for who is not signed in. */
export async function currentSessionId(): Promise<string | null> {
  const { baseUrl, authSecret } = composition();
  const name = sessionCookie(baseUrl);
  const value = (await cookies()).get(name)?.value;
  const token = await readSessionCookie(value, name, await authSecret(), Math.floor(Date.now() / 1000));
  return token?.key.id ?? null;
}

/** Somebody of the staff; whoever else is sent to sign in, and comes back here afterwards. For pages and their actions. */
export async function requireStaff(): Promise<StaffSession> {
  const session = await currentSession();
  return session?.kind === 'staff' ? session : toSignIn(session && 'staffOnly');
}

/** Somebody who is here for their own affairs, or for whom they represent. */
export async function requireCitizen(): Promise<CitizenSession> {
  const session = await currentSession();
  return session?.kind === 'citizen' ? session : toSignIn(session && 'citizensOnly');
}

async function toSignIn(error: string | null): Promise<never> {
  const here = (await headers()).get(addressHeader) ?? '/';
  redirect(`/accedi?${new URLSearchParams({ returnTo: here, ...(error ? { error } : {}) })}`);
}

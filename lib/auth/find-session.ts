import type { KnownBy, Session } from '#lib/access/session.ts';
import type { Composition } from '#lib/composition.ts';
import { formBegun } from '#lib/http/forms/form-run.ts';
import { sessionCookie } from './cookie-name.ts';
import { readSessionCookie } from './read-cookie.ts';
import type { SessionToken } from './session-token.ts';

export type SessionParts = Pick<Composition, 'signIn' | 'baseUrl' | 'authSecret' | 'today'> & {
  staff: Pick<Composition['staff'], 'findSession'>;
  sessions: Pick<Composition['sessions'], 'find'>;
};

/** The session that a request carries. */
export interface CarriedSession {
  token: SessionToken;
  /** With the roles of this moment; null for who is not there any more. */
  session: Session | null;
}

/**
 * The session that a request carries and that is not over; null for none.
 * @param cookie the value of a cookie by its name
 */
export async function findCarried(
  { signIn, baseUrl, authSecret, staff, sessions, today }: SessionParts,
  cookie: (name: string) => string | undefined,
): Promise<CarriedSession | null> {
  if (signIn.kind === 'none') return null;
  const name = sessionCookie(baseUrl);
  const value = cookie(name);
  if (!value) return null;
  const token = await readSessionCookie(value, name, await authSecret(), Math.floor(Date.now() / 1000));
  if (!token) return null;
  const [open, session] = await Promise.all([
    sessions.find(token.key, new Date(), formBegun() ?? undefined),
    staff.findSession(token.who, today()),
  ]);
  return open && { token, session: session && knownAs(session, open.knownBy) };
}

/** How surely they are known in this session. An address is no one who could be given a delegation. */
export function knownAs(session: Session, knownBy: KnownBy | null): Session {
  if (session.kind === 'staff') return session;
  if (knownBy !== null && knownBy !== 'verifiedEmail') return { ...session, knownBy };
  return { ...session, knownBy: 'verifiedEmail', represents: [], delegatedBy: [] };
}

/**
 * Whose session a request carries, with the roles of this moment; null for none.
 * @param cookie the value of a cookie by its name
 */
export const findSession = async (
  parts: SessionParts,
  cookie: (name: string) => string | undefined,
): Promise<Session | null> => (await findCarried(parts, cookie))?.session ?? null;

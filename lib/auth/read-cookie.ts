import { decode } from 'next-auth/jwt';
import { readToken, type SessionToken } from './session-token.ts';

/** The session of a cookie; null for one that is over, of another installation, or no session at all. */
export async function readSessionCookie(
  value: string | undefined,
  name: string,
  secret: string,
  nowSeconds: number,
): Promise<SessionToken | null> {
  if (!value) return null;
  // next-auth throws on whatever it cannot decipher; what anybody may send is no failure.
  const payload = await decode({ token: value, secret, salt: name }).catch(() => null);
  return readToken(payload, nowSeconds);
}

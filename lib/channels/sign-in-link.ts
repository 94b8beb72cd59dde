import { createHash, randomBytes } from 'node:crypto';
import { readSignedLink, signedLink } from './signed-link.ts';

/** Milliseconds for which a link lets somebody in. */
export const linkServes = 30 * 60_000;

/** What of a code is kept. It is as long as a key: nobody tries them out, and no salt is wanted. */
export const codeHashOf = (code: string): Buffer => createHash('sha256').update(code).digest();

/** A new link, what is kept of it, and until when it serves. */
export function newSignInLink(secret: string, now: Date): { token: string; codeHash: Buffer; endsAt: Date } {
  const code = randomBytes(32).toString('base64url');
  const endsAt = new Date(now.getTime() + linkServes);
  const token = signedLink(secret, { for: 'signIn', code, until: endsAt.toISOString() });
  return { token, codeHash: codeHashOf(code), endsAt };
}

/** The hash of the code that a link carries; null for one that is not ours or has ended, of which the database is not asked. */
export function readSignInLink(secret: string, token: string, now: Date): Buffer | null {
  const link = readSignedLink(secret, token);
  return link?.for === 'signIn' && new Date(link.until) > now ? codeHashOf(link.code) : null;
}

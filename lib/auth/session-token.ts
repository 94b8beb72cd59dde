import { z } from 'zod';
import type { SessionKey } from '#lib/store/sessions/session-store.ts';
import type { Who } from '#lib/store/staff/staff-store.ts';

/** Seconds without a sign of life after which a session ends. */
export const idleSeconds = 8 * 3600;
/** Seconds after which one signs in anew, whatever one did: a cookie that was stolen does not serve for ever. */
export const longestSeconds = 24 * 3600;
/** Seconds that a cookie serves before it is renewed: not with every page. */
export const renewAfterSeconds = 300;
/** Seconds before the end at which a page says so. */
export const warnSeconds = 600;

const whoSchema = z.object({ kind: z.enum(['staff', 'citizen']), id: z.string().min(1) }) satisfies z.ZodType<Who>;

const tokenSchema = z.object({
  who: whoSchema,
  /** The row of the session, and the turn of its key. */
  sid: z.uuid(),
  turn: z.int().min(0),
  /** Seconds since 1970: when they signed in. */
  since: z.int(),
  iat: z.int(),
  exp: z.int(),
});

/** What a session's cookie says. */
export interface SessionToken {
  who: Who;
  key: SessionKey;
  /** Seconds since 1970 at which it ends unless something is done. */
  ends: number;
  /** At which it ends whatever is done. */
  latest: number;
  renew: boolean;
}

/** The token of a cookie that was deciphered; null where it says nothing or is over. */
export function readToken(payload: unknown, nowSeconds: number): SessionToken | null {
  const { success, data } = tokenSchema.safeParse(payload);
  if (!success) return null;
  const latest = data.since + longestSeconds;
  const ends = Math.min(data.exp, latest);
  if (ends <= nowSeconds) return null;
  return {
    who: data.who,
    key: { id: data.sid, turn: data.turn },
    ends,
    latest,
    renew: nowSeconds - data.iat >= renewAfterSeconds,
  };
}

const keySchema = z.object({ sid: z.uuid(), turn: z.int().min(0) });

/** The key that a deciphered cookie carries; null where it carries none. */
export function keyOf(payload: unknown): SessionKey | null {
  const { success, data } = keySchema.safeParse(payload);
  return success ? { id: data.sid, turn: data.turn } : null;
}

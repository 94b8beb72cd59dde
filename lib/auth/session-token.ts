import { z } from 'zod';
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

/** Who a deciphered cookie names. */
export const whoOf = (value: unknown): Who | null => whoSchema.safeParse(value).data ?? null;

const tokenSchema = z.object({
  who: whoSchema,
  /** Seconds since 1970: when they signed in. */
  since: z.int(),
  iat: z.int(),
  exp: z.int(),
});

/** What a session's cookie says. */
export interface SessionToken {
  who: Who;
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
  return { who: data.who, ends, latest, renew: nowSeconds - data.iat >= renewAfterSeconds };
}

/** Whether a session may be renewed: it is not over for having lasted. */
export const mayRenew = (since: unknown, nowSeconds: number): boolean =>
  typeof since === 'number' && nowSeconds < since + longestSeconds;

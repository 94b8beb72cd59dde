import type { NextRequest } from 'next/server';
import { z } from 'zod';
import type { Session } from '#lib/access/session.ts';
import { composition } from '#lib/composition.ts';
import { csrfCookie, sessionCookie } from './cookie-name.ts';
import { findCarried } from './find-session.ts';
import { askNextAuth } from './next-auth.ts';
import { idleSeconds } from './session-token.ts';

/** What a page is told of the session, and what its answer carries. */
export interface BeforePage {
  signedIn: boolean;
  /** Whose it is; null also for who is not there any more. */
  session: Session | null;
  /** Seconds since 1970 at which the session ends unless something is done. */
  ends: number | null;
  /** For forms; null where the page has none that needs it. */
  csrf: string | null;
  setCookies: string[];
}

const csrfSchema = z.object({ csrfToken: z.string().min(1) });

const nothing: BeforePage = { signedIn: false, session: null, ends: null, csrf: null, setCookies: [] };

/**
 * Renews the session that a request carries, and gets the token for forms that write. Who is not signed in carries no cookie away from a public
 * page, which stays as cacheable as it is.
 */
export async function beforePage(request: NextRequest): Promise<BeforePage> {
  const parts = composition();
  const { signIn, baseUrl } = parts;
  if (signIn.kind === 'none') return nothing;
  const name = sessionCookie(baseUrl);
  const given = request.cookies.get(name)?.value;
  const hasForm = /^\/(accedi|accedi\/email\/conferma|esci)$/.test(request.nextUrl.pathname);
  if (!given && !hasForm) return nothing;
  const now = Math.floor(Date.now() / 1000);
  const carried = await findCarried(parts, (cookie) => request.cookies.get(cookie)?.value);
  const token = carried?.token ?? null;
  const renewed = given && (!token || token.renew) ? await renewedCookies(request, name) : null;
  const form = token || hasForm ? await formToken(request, csrfCookie(baseUrl)) : null;
  return {
    signedIn: token !== null,
    session: carried?.session ?? null,
    ends: token && (token.renew ? Math.min(now + idleSeconds, token.latest) : token.ends),
    csrf: form?.token ?? null,
    setCookies: [...(renewed ?? []), ...(form?.setCookies ?? [])],
  };
}

const headersOf = (request: NextRequest) => ({ headers: { cookie: request.headers.get('cookie') ?? '' } });

const named = (answer: Response, name: string): string[] =>
  answer.headers.getSetCookie().filter((cookie) => cookie.startsWith(`${name}=`));

async function renewedCookies(request: NextRequest, name: string): Promise<string[]> {
  return named(await askNextAuth('/api/auth/session', headersOf(request)), name);
}

async function formToken(request: NextRequest, name: string): Promise<{ token: string; setCookies: string[] }> {
  const answer = await askNextAuth('/api/auth/csrf', headersOf(request));
  const { csrfToken } = csrfSchema.parse(await answer.json());
  return { token: csrfToken, setCookies: named(answer, name) };
}

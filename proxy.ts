import { NextResponse, type NextRequest } from 'next/server';
import { isAtDesk } from '#lib/access/desks.ts';
import type { Session } from '#lib/access/session.ts';
import { beforePage } from '#lib/auth/before-page.ts';
import { formHeader, sessionEndHeader } from '#lib/auth/page-headers.ts';
import { composition } from '#lib/composition.ts';
import { documentPolicy, isDocumentContent } from '#lib/http/document-policy.ts';
import { readCompared } from '#lib/http/compared-units.ts';
import { contentSecurityPolicy } from '#lib/http/content-security-policy.ts';
import { shownHosts } from '#lib/http/images/shown-hosts.ts';
import { servicesData } from '#lib/http/linked-data/services-data.ts';
import { deskStatus } from '#lib/http/desk-status.ts';
import { tooManyLooksPage } from '#lib/http/too-many-looks.ts';
import { failureNumber } from '#lib/http/failure-number.ts';
import { failurePage } from '#lib/http/failure-page.ts';
import { parseSearchParameters } from '#lib/http/search-parameters.ts';
import { addressHeader, chooseLanguage, languageCookie, languageHeader } from '#lib/i18n/language.ts';

/**
 * Before a page is drawn: its language, its content security policy, and the status that only here can be set
 * (a page of the App Router cannot say 400, 404 or 410 itself, and show something without script).
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search, searchParams } = request.nextUrl;
  const asked = searchParams.get('lang');
  const lang = chooseLanguage(
    asked,
    request.cookies.get(languageCookie)?.value,
    request.headers.get('accept-language'),
  );
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const dev = process.env.NODE_ENV === 'development';

  const headers = new Headers(request.headers);
  headers.set(languageHeader, lang);
  headers.set(addressHeader, pathname + search);
  headers.set('x-nonce', nonce);
  // The types of procedure and the offices have their names in these pages: who asks for data is sent to them.
  const data = request.method === 'POST' ? null : servicesData(pathname, request.headers.get('accept'));
  if (data !== null) return seeData(request, data);

  // With the database away every page would be an error: told as what it is, and when to come again.
  if (!(await composition().store.isReachable())) return unavailable(lang, contentSecurityPolicy(nonce, dev));
  await composition().procedureTypes.current();
  const session = await beforePage(request);
  const policy = contentSecurityPolicy(nonce, dev, await hostsOf(pathname, searchParams, session.session));
  headers.set('content-security-policy', policy);
  // What was written in a form is answered by its page, which keeps it: sent to sign in, it would be lost.
  if (request.method !== 'POST' && isAtDesk(pathname) && !session.signedIn) return toSignIn(request);
  // Whatever somebody sent under these names is not ours.
  setOrDelete(headers, formHeader, session.csrf);
  setOrDelete(headers, sessionEndHeader, session.ends === null ? null : String(session.ends));
  const { status, comeAgain } = await answerOf(request, session.session);
  if (comeAgain !== null) return tooMany(lang, policy, comeAgain);
  const response = NextResponse.next({ status, request: { headers } });
  response.headers.set('content-security-policy', isDocumentContent(pathname) ? documentPolicy : policy);
  if (asked === lang) response.cookies.set(languageCookie, lang, { sameSite: 'lax', path: '/', maxAge: 31_536_000 });
  for (const cookie of session.setCookies) response.headers.append('set-cookie', cookie);
  return response;
}

/** Where images lie that a page shows to who is here, beside our own. */
async function hostsOf(pathname: string, address: URLSearchParams, session: Session | null): Promise<string[]> {
  const [, folder, id] = aboutEntity.exec(pathname) ?? [];
  const sides = pathname === '/confronta' ? [address.get('sinistra'), address.get('destra')] : [];
  const shown = sides.flatMap((side) => {
    const compared = readCompared(side ?? undefined);
    return compared?.kind === 'page' ? [compared.recordId] : [];
  });
  if (folder === 'records' && id) shown.push(id);
  return shown.length === 0 ? [] : shownHosts(composition(), shown, session);
}

function setOrDelete(headers: Headers, name: string, value: string | null): void {
  if (value === null) headers.delete(name);
  else headers.set(name, value);
}

function seeData({ url }: NextRequest, data: string): NextResponse {
  const response = NextResponse.redirect(new URL(data, url), 303);
  response.headers.set('vary', 'accept');
  response.headers.set('access-control-allow-origin', '*');
  return response;
}

function toSignIn({ url, nextUrl: { pathname, search } }: NextRequest): NextResponse {
  return NextResponse.redirect(new URL(`/accedi?${new URLSearchParams({ returnTo: pathname + search })}`, url));
}

function unavailable(lang: 'it' | 'en', policy: string): NextResponse {
  const number = failureNumber();
  console.error(`the database does not answer (error ${number})`);
  return new NextResponse(failurePage(lang, number, composition().adminEmail), {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, 'retry-after': '30' },
  });
}

/** @returns null for what is no page of those */
async function statusOf(pathname: string, address: URLSearchParams): Promise<number | null> {
  if (asksSearch.has(pathname)) return parseSearchParameters(address).violations ? 400 : 200;
  if (pathname === '/accedi' || pathname === '/esci') return composition().signIn.kind === 'none' ? 404 : 200;
  const [, code] = aboutService.exec(pathname) ?? [];
  if (code) {
    const { procedureTypes, today } = composition();
    return procedureTypes.findType(code, today()) ? 200 : 404;
  }
  const [, folder, id] = aboutEntity.exec(pathname) ?? [];
  if (!folder || !id) return null;
  const entity = await composition().store.findEntity(id);
  if (!entity || folder !== `${entity.kind}s`) return 404;
  return entity.gone ? 410 : 200;
}

/** A form is answered by its action. */
async function answerOf(
  request: NextRequest,
  session: Session | null,
): Promise<{ status: number; comeAgain: number | null }> {
  const { pathname, searchParams } = request.nextUrl;
  const known = await statusOf(pathname, searchParams);
  if (known !== null || request.method === 'POST') return { status: known ?? 200, comeAgain: null };
  if (!isAtDesk(pathname) && !pathname.startsWith('/servizi/')) return { status: 200, comeAgain: null };
  return session ? deskStatus(pathname, session, composition()) : { status: 200, comeAgain: null };
}

function tooMany(lang: 'it' | 'en', policy: string, seconds: number): NextResponse {
  return new NextResponse(tooManyLooksPage(lang), {
    status: 429,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'retry-after': String(seconds),
    },
  });
}

const asksSearch = new Set(['/search', '/search/advanced']);
const aboutService = /^\/servizi\/(?!tabella$)([^/]+)$/;
const aboutEntity = /^\/(records|agents|institutions)\/([^/]+)(?:\/tree)?$/;

export const config = {
  // All but what is no page: by its whole name, so that nothing gets past by an ending.
  matcher: [
    '/((?!_next/|api/|data/|id/|screenshots/|sitemaps/|(?:healthz|readyz|metrics|oai|sitemap\\.xml|robots\\.txt|icon\\.svg)$).*)',
  ],
};

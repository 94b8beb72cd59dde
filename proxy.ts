import { NextResponse, type NextRequest } from 'next/server';
import { composition } from '#lib/composition.ts';
import { contentSecurityPolicy } from '#lib/http/content-security-policy.ts';
import { parseSearchParameters } from '#lib/http/search-parameters.ts';
import { addressHeader, chooseLanguage, languageCookie, languageHeader } from '#lib/i18n/language.ts';

/**
 * Before a page is drawn: its language, its content security policy, and the status that only here can be set
 * (a page of the App Router cannot say 410 or 400 itself).
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search, searchParams } = request.nextUrl;
  const asked = searchParams.get('lang');
  const lang = chooseLanguage(asked, request.cookies.get(languageCookie)?.value, request.headers.get('accept-language'));
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');

  const headers = new Headers(request.headers);
  headers.set(languageHeader, lang);
  headers.set(addressHeader, pathname + search);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);

  const { status, rewrite } = await statusOf(pathname, searchParams);
  const response = rewrite
    ? NextResponse.rewrite(new URL(rewrite, request.url), { status, request: { headers } })
    : NextResponse.next({ status, request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.append('vary', 'accept-language, cookie');
  if (asked === lang) response.cookies.set(languageCookie, lang, { sameSite: 'lax', path: '/', maxAge: 31_536_000 });
  return response;
}

async function statusOf(pathname: string, address: URLSearchParams): Promise<{ status: number; rewrite?: string }> {
  if (pathname === '/search') return { status: parseSearchParameters(address).violations ? 400 : 200 };
  const id = /^\/(?:records|agents)\/([^/]+)$/.exec(pathname)?.[1];
  if (!id) return { status: 200 };
  // When the database does not answer, the page says so better than we could.
  const entity = await composition().store.findEntity(id).catch(() => null);
  return entity?.gone ? { status: 410, rewrite: `/gone/${id}` } : { status: 200 };
}

export const config = {
  matcher: ['/((?!_next/|api/|healthz|readyz|metrics|sitemap|robots\\.txt|favicon|.*\\.(?:svg|ico|png|woff2)$).*)'],
};

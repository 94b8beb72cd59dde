import type { SignIn } from '#lib/config.ts';
import { composition } from '#lib/composition.ts';
import { emailWay } from './email-provider.ts';
import { leavingPage } from './leaving-page.ts';
import { askNextAuth } from './next-auth.ts';

/** What of next-auth is used, by the way in; its own pages are not. */
const used: Record<SignIn['kind'], readonly string[]> = {
  none: [],
  demo: ['GET csrf', 'GET session', 'POST callback/demo', 'POST signout'],
  oidc: [
    'GET csrf',
    'GET session',
    'POST signin/oidc',
    'GET callback/oidc',
    'POST signin/staff',
    'GET callback/staff',
    'POST signout',
  ],
};

/** Answers what is asked below /api/auth. */
export async function answerAuth(request: Request): Promise<Response> {
  const { signIn, emailAccounts } = composition();
  const { pathname, search } = new URL(request.url);
  const action = pathname.slice('/api/auth/'.length);
  const asked = `${request.method} ${action}`;
  if (!used[signIn.kind].includes(asked) && !(emailAccounts && asked === `POST callback/${emailWay}`))
    return new Response(null, { status: 404, headers: noStore });
  const answer = await askNextAuth(pathname + search, request);
  return settled(answer, action);
}

const noStore = { 'cache-control': 'no-store' };

/** Within the site one goes on by path alone, so that whoever opened it under another of its names stays there. */
function settled(answer: Response, action: string): Response {
  const headers = new Headers(answer.headers);
  headers.set('cache-control', 'no-store');
  const to = headers.get('location');
  if (to === null) return new Response(answer.body, { status: answer.status, headers });
  const { origin, pathname, search, hash } = new URL(to, composition().baseUrl);
  if (origin === new URL(composition().baseUrl).origin) {
    // next-auth would lead to where one went after signing in; a refusal stays one.
    const isOut = action === 'signout' && pathname !== '/accedi';
    headers.set('location', isOut ? '/esci' : pathname + search + hash);
    // A form's answer is read, not sent again.
    return new Response(null, { status: 303, headers });
  }
  headers.delete('location');
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set(
    'content-security-policy',
    `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
  return new Response(leavingPage(to), { status: 200, headers });
}

import type { NextAuthConfig } from 'next-auth';
import type { KnownBy } from '#lib/access/session.ts';
import type { SignIn } from '#lib/config.ts';
import type { CitizenStore } from '#lib/store/citizens/citizen-store.ts';
import type { EmailAccountStore } from '#lib/store/email-accounts/email-account-store.ts';
import type { SessionStore } from '#lib/store/sessions/session-store.ts';
import type { StaffStore, Who } from '#lib/store/staff/staff-store.ts';
import { formBegun } from '#lib/http/forms/form-run.ts';
import { ownPath } from './own-path.ts';
import { emailProvider, emailWay } from './email-provider.ts';
import { citizenProvider, demoProvider, staffProvider } from './providers.ts';
import { idleSeconds, keyOf } from './session-token.ts';

const refusals = ['unknown', 'oneFactor', 'noCode', 'link', 'linkName'] as const;
type Refused = (typeof refusals)[number];

declare module 'next-auth' {
  interface User {
    /** Absent: an account that is nobody's here. */
    who?: Who | undefined;
    /** Why not, where they are known to the provider and may not come in. */
    refused?: Refused | undefined;
    /** By what a citizen is known now; what is not said is the least. */
    knownBy?: KnownBy | undefined;
  }
}

export interface AuthSettings {
  signIn: SignIn;
  secret: string;
  baseUrl: string;
  staff: StaffStore;
  citizens: CitizenStore;
  /** Null where nobody comes in by e-mail. */
  emailAccounts: EmailAccountStore | null;
  sessions: SessionStore;
  /** As the browser calls itself. */
  browser: string;
  now: () => Date;
}

/** Where an account goes that does not come in. */
const refusedPath = (why: string) => `/accedi?error=${why}`;
const refusedPaths = refusals.map(refusedPath);

/**
 * How next-auth is to work here: a cookie that says who it is and names the row of their session, and nothing else; the row and the roles are read
 * anew with each request.
 */
export function authConfig({
  signIn,
  secret,
  baseUrl,
  staff,
  citizens,
  emailAccounts,
  sessions,
  browser,
  now,
}: AuthSettings): NextAuthConfig {
  const by = signIn.kind;
  return {
    basePath: '/api/auth',
    // Addresses come from BASE_URL, not from what a request says.
    trustHost: true,
    secret,
    useSecureCookies: baseUrl.startsWith('https:'),
    session: { strategy: 'jwt', maxAge: idleSeconds },
    pages: { signIn: '/accedi', signOut: '/esci', error: '/accedi' },
    providers: [
      ...(signIn.kind === 'demo' ? [demoProvider(staff)] : []),
      ...(signIn.kind === 'oidc' ? [citizenProvider(signIn, citizens), staffProvider(signIn, staff)] : []),
      ...(emailAccounts ? [emailProvider({ emailAccounts, secret, now })] : []),
    ],
    callbacks: {
      signIn: ({ user }) => (user.who ? true : refusedPath(user.refused ?? 'unknown')),
      jwt: async ({ token, user, profile, account }) => {
        // next-auth calls it without a user, whatever its types say, when nobody signs in.
        const who: Who | undefined = (user as typeof user | undefined)?.who;
        if (who) {
          const byEmail = account?.provider === emailWay;
          const assurance = byEmail ? emailWay : typeof profile?.['acr'] === 'string' ? profile['acr'] : null;
          const knownBy = who.kind === 'citizen' ? (user.knownBy ?? 'verifiedEmail') : null;
          const begun = { who, by: byEmail ? emailWay : by, assurance, knownBy, browser };
          const { id: sid, turn } = await sessions.begin(begun, now());
          return { who, sid, turn, since: Math.floor(now().getTime() / 1000) };
        }
        const key = keyOf(token);
        const next = key && (await sessions.renew(key, now(), formBegun() ?? undefined));
        return next && { ...token, turn: next.turn };
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) => baseUrl + (refusedPaths.includes(url) ? url : ownPath(url, baseUrl)),
    },
    events: {
      signOut: async (ended) => {
        const key = 'token' in ended ? keyOf(ended.token) : null;
        if (key) await sessions.end(key.id, now());
      },
    },
    logger: {
      // A form that was open for too long, somebody's own mistake: no failures of ours.
      error: (error) => {
        if (!/CSRF|CredentialsSignin|AccessDenied|JWTSession/.test(error.name)) console.error('sign-in:', error);
      },
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

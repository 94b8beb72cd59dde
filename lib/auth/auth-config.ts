import type { NextAuthConfig } from 'next-auth';
import type { SignIn } from '#lib/config.ts';
import type { StaffStore, Who } from '#lib/store/staff/staff-store.ts';
import { ownPath } from './own-path.ts';
import { demoProvider, oidcProvider } from './providers.ts';
import { idleSeconds, mayRenew, whoOf } from './session-token.ts';

declare module 'next-auth' {
  interface User {
    /** Absent: an account that is nobody's here. */
    who?: Who | undefined;
  }
}

export interface AuthSettings {
  signIn: SignIn;
  secret: string;
  baseUrl: string;
  staff: StaffStore;
  nowSeconds: () => number;
}

/** Where an account goes that is nobody's here. */
const unknownPath = '/accedi?error=unknown';

/** How next-auth is to work here: sessions in a cookie that holds who it is and nothing else; roles are read anew with each page. */
export function authConfig({ signIn, secret, baseUrl, staff, nowSeconds }: AuthSettings): NextAuthConfig {
  const by = signIn.kind;
  return {
    basePath: '/api/auth',
    // Addresses come from BASE_URL, not from what a request says.
    trustHost: true,
    secret,
    useSecureCookies: baseUrl.startsWith('https:'),
    session: { strategy: 'jwt', maxAge: idleSeconds },
    pages: { signIn: '/accedi', signOut: '/esci', error: '/accedi' },
    providers:
      signIn.kind === 'demo' ? [demoProvider(staff)] : signIn.kind === 'oidc' ? [oidcProvider(signIn, staff)] : [],
    callbacks: {
      signIn: ({ user }) => (user.who ? true : unknownPath),
      jwt: ({ token, user }) => {
        // next-auth calls it without a user, whatever its types say, when nobody signs in.
        const who: Who | undefined = (user as typeof user | undefined)?.who;
        if (who) return { who, since: nowSeconds() };
        return mayRenew(token['since'], nowSeconds()) ? token : null;
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) => baseUrl + (url === unknownPath ? unknownPath : ownPath(url, baseUrl)),
    },
    events: {
      signIn: async ({ user }) => {
        if (user.who) await staff.noteSignIn(user.who, 'signedIn', by);
      },
      signOut: async (ended) => {
        const who = 'token' in ended ? whoOf(ended.token?.['who']) : null;
        if (who) await staff.noteSignIn(who, 'signedOut', by);
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

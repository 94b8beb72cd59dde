import type { NextAuthConfig } from 'next-auth';
import { readSignInLink } from '#lib/channels/sign-in-link.ts';
import type { EmailAccountStore } from '#lib/store/email-accounts/email-account-store.ts';

/** As next-auth and the rows of sessions name this way in. */
export const emailWay = 'email';

/**
 * The link that somebody was sent by e-mail, pressed on our page: programs that look at messages open every link in them, and use none up. It says
 * that they read the address, and not who they are.
 */
export const emailProvider = ({
  emailAccounts,
  secret,
  now,
}: {
  emailAccounts: EmailAccountStore;
  secret: string;
  now: () => Date;
}): NextAuthConfig['providers'][number] => ({
  id: emailWay,
  name: emailWay,
  type: 'credentials',
  credentials: { t: {}, name: {} },
  authorize: async ({ t, name }) => {
    const codeHash = typeof t === 'string' ? readSignInLink(secret, t, now()) : null;
    if (!codeHash) return { refused: 'link' };
    const used = await emailAccounts.use({ codeHash, name: typeof name === 'string' ? name : '' }, now());
    if (used.kind === 'in') return { who: used.who, knownBy: 'verifiedEmail' };
    return { refused: used.kind === 'over' ? 'link' : 'linkName' };
  },
});

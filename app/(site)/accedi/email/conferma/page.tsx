import type { Metadata } from 'next';
import { FormToken } from '#app/_components/form-token.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { currentSession } from '#lib/auth/session.ts';
import { readSignInLink } from '#lib/channels/sign-in-link.ts';
import { composition } from '#lib/composition.ts';
import { longestName } from '#lib/store/email-accounts/use-link.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  const page = pageMetadata(context, {
    title: context.t('byEmail.confirmTitle'),
    path: '/accedi/email/conferma',
    index: false,
  });
  // The address of this page lets somebody in. (Without any referrer browsers would not say either whose form it is.)
  return { ...page, referrer: 'same-origin' };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where the link of the letter leads: in by a press, in whatever browser, for programs that look at messages open every link in them. */
export default async function ConfirmLinkPage({ searchParams }: Props) {
  const { t } = await pageContext();
  const { emailAccounts, authSecret, now } = composition();
  const { t: given } = await searchParams;
  const token = typeof given === 'string' ? given : '';
  const codeHash = readSignInLink(await authSecret(), token, now());
  const link = codeHash && emailAccounts ? await emailAccounts.find(codeHash, now()) : null;
  const session = await currentSession();
  return (
    <div className="container narrow sign-in">
      {link ? (
        <>
          <h1>{t('byEmail.confirmTitle')}</h1>
          <p className="lead">{t('byEmail.confirmAs', { email: link.email })}</p>
          {session ? <p className="notice">{t('byEmail.already', { name: session.name })}</p> : null}
          <form action="/api/auth/callback/email" method="post" className="asked">
            <FormToken />
            <input type="hidden" name="t" value={token} />
            <input type="hidden" name="callbackUrl" value={link.returnTo} />
            {link.isNew ? (
              <div className="asked-field">
                <label htmlFor="name">{t('byEmail.name')}</label>
                <span className="asked-help" id="name-help">
                  {t('byEmail.nameHelp')}
                </span>
                <input
                  id="name"
                  name="name"
                  required
                  maxLength={longestName}
                  autoComplete="name"
                  aria-describedby="name-help"
                />
              </div>
            ) : null}
            <p className="asked-buttons">
              <button type="submit" className="btn btn-primary">
                {t('byEmail.enter')}
              </button>
            </p>
          </form>
        </>
      ) : (
        <>
          <h1>{t('byEmail.over')}</h1>
          <p role="alert">{t('byEmail.overText')}</p>
          <p>
            <a className="btn btn-primary" href="/accedi/email">
              {t('byEmail.askAgain')}
            </a>
          </p>
        </>
      )}
    </div>
  );
}

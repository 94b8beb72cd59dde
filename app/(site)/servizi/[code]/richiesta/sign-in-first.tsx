import { pageContext } from '#app/_components/page-context.ts';
import { identityWanted, isByEmail } from '#lib/access/by-email.ts';
import type { Session } from '#lib/access/session.ts';
import { composition } from '#lib/composition.ts';

const words = { demo: 'request.signInDemo', oidc: 'byEmail.signInFirst', none: 'request.signInText' } as const;

/** How to sign in, and what else one can do; also for who came in by e-mail and wants what an address is not enough for. */
export async function SignInFirst({ session }: { session: Session | null }) {
  const { t, lang, address } = await pageContext();
  const { signIn } = composition();
  if (isByEmail(session))
    return (
      <div className="empty">
        <h2>{t('byEmail.wanted')}</h2>
        <p>{identityWanted.reason.text[lang]}</p>
        <p>
          <a className="btn btn-primary" href={`/accedi?${new URLSearchParams({ returnTo: address })}`}>
            {t('byEmail.wantedDo')}
          </a>
        </p>
        <p>{t('request.otherWays')}</p>
      </div>
    );
  const staff = session?.kind === 'staff';
  return (
    <div className="empty">
      <h2>{t(staff ? 'request.asCitizen' : 'request.signIn')}</h2>
      <p>{t(staff ? 'request.asCitizenText' : words[signIn.kind])}</p>
      {signIn.kind !== 'none' ? (
        <p>
          <a className="btn btn-primary" href={`/accedi?${new URLSearchParams({ returnTo: address })}`}>
            {t('session.signIn')}
          </a>
        </p>
      ) : null}
      <p>{t('request.otherWays')}</p>
    </div>
  );
}

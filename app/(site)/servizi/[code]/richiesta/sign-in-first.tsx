import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';

/** How to sign in, and what else one can do. */
export async function SignInFirst({ staff }: { staff: boolean }) {
  const { t, address } = await pageContext();
  const { signIn } = composition();
  return (
    <div className="empty">
      <h2>{t(staff ? 'request.asCitizen' : 'request.signIn')}</h2>
      <p>{t(staff ? 'request.asCitizenText' : signIn.kind === 'demo' ? 'request.signInDemo' : 'request.signInText')}</p>
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

import { FormToken } from './form-token.tsx';
import { pageContext } from './page-context.ts';

/** The way out, as a form: a link would be followed by whatever fetches links ahead. */
export async function SignOutForm({ prominent = false }: { prominent?: boolean }) {
  const { t } = await pageContext();
  return (
    <form action="/api/auth/signout" method="post" className="sign-out">
      <FormToken />
      <button type="submit" className={prominent ? 'btn btn-primary' : 'link-button'}>
        {t('session.signOut')}
      </button>
    </form>
  );
}

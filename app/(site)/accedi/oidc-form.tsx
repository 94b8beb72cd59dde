import { FormToken } from '#app/_components/form-token.tsx';
import { pageContext } from '#app/_components/page-context.ts';

/** The way to the identity provider, and back to where one wanted to go. */
export async function OidcForm({ returnTo }: { returnTo: string }) {
  const { t } = await pageContext();
  return (
    <form action="/api/auth/signin/oidc" method="post">
      <p>{t('signIn.oidc')}</p>
      <FormToken />
      <input type="hidden" name="callbackUrl" value={returnTo} />
      <button type="submit" className="btn btn-primary">
        {t('signIn.oidcButton')}
      </button>
    </form>
  );
}

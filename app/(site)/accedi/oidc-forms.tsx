import { FormToken } from '#app/_components/form-token.tsx';
import { pageContext } from '#app/_components/page-context.ts';

/** The two ways to the identity provider, and back to where one wanted to go: who works here must show two factors. */
export async function OidcForms({ returnTo }: { returnTo: string }) {
  const { t } = await pageContext();
  const ways = [
    { way: 'oidc', title: t('signIn.citizens'), text: t('signIn.oidc'), button: t('signIn.oidcButton') },
    { way: 'staff', title: t('signIn.staff'), text: t('signIn.oidcStaff'), button: t('signIn.oidcStaffButton') },
  ];
  return (
    <div className="sign-in-ways">
      {ways.map(({ way, title, text, button }) => (
        <form key={way} action={`/api/auth/signin/${way}`} method="post" className="sign-in-way">
          <h2>{title}</h2>
          <p>{text}</p>
          <FormToken />
          <input type="hidden" name="callbackUrl" value={returnTo} />
          <button type="submit" className="btn btn-primary">
            {button}
          </button>
        </form>
      ))}
    </div>
  );
}

import { pageContext } from '#app/_components/page-context.ts';
import type { Session } from '#lib/access/session.ts';

/** Who comes here signed in goes on, or changes who they are. */
export async function AlreadyIn({
  session,
  returnTo,
  refused,
}: {
  session: Session;
  returnTo: string;
  /** Going on would lead back here. */
  refused: boolean;
}) {
  const { t } = await pageContext();
  return (
    <p className="sign-in-already">
      {t('signIn.already', { name: session.name })} {!refused && <a href={returnTo}>{t('signIn.goOn')}</a>}
    </p>
  );
}

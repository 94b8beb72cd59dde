import { pageContext } from '#app/_components/page-context.ts';

/** Above the pages of who came in by e-mail: that it is so, and what it is enough for. */
export async function ByEmailBar() {
  const { t } = await pageContext();
  return (
    <p className="container by-email-bar">
      {t('byEmail.bar')} <a href="/accedi/email#che-cosa">{t('byEmail.barMore')}</a>
    </p>
  );
}

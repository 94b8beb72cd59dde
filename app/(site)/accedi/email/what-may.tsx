import { pageContext } from '#app/_components/page-context.ts';

/** What an e-mail address is enough for, and what not. */
export async function WhatMay() {
  const { t } = await pageContext();
  return (
    <section aria-labelledby="che-cosa" className="callout-plain">
      <h2 id="che-cosa">{t('byEmail.what')}</h2>
      <ul>
        <li>{t('byEmail.may1')}</li>
        <li>{t('byEmail.may2')}</li>
        <li>{t('byEmail.may3')}</li>
      </ul>
      <p>{t('byEmail.desk')}</p>
    </section>
  );
}

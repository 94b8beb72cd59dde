import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('feedback.title'), path: '/feedback' });
}

/** Whom to write to: about the site, and about what is kept. */
export default async function FeedbackPage() {
  const { t } = await pageContext();
  const { adminEmail, store } = composition();
  const institutions = await store.listInstitutions();
  return (
    <div className="container narrow prose">
      <h1>{t('feedback.title')}</h1>
      <h2>{t('feedback.siteTitle')}</h2>
      <p>
        {t('feedback.site')} {adminEmail ? <a href={`mailto:${adminEmail}`}>{adminEmail}</a> : t('feedback.noAddress')}
      </p>
      <h2>{t('feedback.holdingsTitle')}</h2>
      <p>{t('feedback.holdings')}</p>
      <ul>
        {institutions.map((institution) => (
          <li key={institution.id}>
            <a href={`/institutions/${institution.id}`} lang="it">
              {institution.name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { noticesKeptMonths } from '#lib/relationship/notice-retention.ts';
import { composition } from '#lib/composition.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('privacy.title'), path: '/privacy' });
}

/** What the site knows of its readers: next to nothing. */
export default async function PrivacyPage() {
  const { t } = await pageContext();
  const { adminEmail } = composition();
  return (
    <div className="container narrow prose">
      <h1>{t('privacy.title')}</h1>
      <p className="draft">{t('privacy.draft')}</p>
      <p>{t('privacy.readers')}</p>
      <p>{t('privacy.cookie')}</p>
      <p>{t('privacy.thirdParties')}</p>
      <p>{t('byEmail.privacy', { months: noticesKeptMonths })}</p>
      <h2>{t('privacy.peopleTitle')}</h2>
      <p>{t('privacy.people')}</p>
      <p>
        {t('privacy.contact')}{' '}
        {adminEmail ? <a href={`mailto:${adminEmail}`}>{adminEmail}</a> : t('feedback.noAddress')}
      </p>
    </div>
  );
}

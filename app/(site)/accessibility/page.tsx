import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('accessibility.title'), path: '/accessibility' });
}

/** What is and is not accessible yet, in plain words. */
export default async function AccessibilityPage() {
  const { t } = await pageContext();
  const { adminEmail } = composition();
  return (
    <div className="container narrow prose">
      <h1>{t('accessibility.title')}</h1>
      <p className="draft">{t('accessibility.draft')}</p>
      <p>{t('accessibility.aim')}</p>
      <h2>{t('accessibility.testedTitle')}</h2>
      <p>{t('accessibility.tested')}</p>
      <h2>{t('accessibility.openTitle')}</h2>
      <p>{t('accessibility.open')}</p>
      <h2>{t('accessibility.tellTitle')}</h2>
      <p>
        {t('accessibility.tell')}{' '}
        {adminEmail ? <a href={`mailto:${adminEmail}`}>{adminEmail}</a> : t('feedback.noAddress')}
      </p>
    </div>
  );
}

import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { exportFormats } from '#lib/http/export-list.ts';
import { SavedList } from './saved-list.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('saved.title'), path: '/saved', index: false });
}

/** Bookmarks and searches of a reader without an account: the browser keeps them, the site never sees the list. */
export default async function SavedPage() {
  const { t, lang } = await pageContext();
  return (
    <div className="container narrow prose">
      <h1>{t('saved.title')}</h1>
      <p>{t('saved.lead')}</p>
      <noscript>
        <p className="callout-plain">{t('saved.noScript')}</p>
      </noscript>
      <SavedList
        words={{
          searches: t('saved.searches'),
          records: t('saved.records'),
          noSearches: t('saved.noSearches'),
          noRecords: t('saved.noRecords'),
          remove: t('saved.remove'),
          removed: t('saved.removed'),
          download: t('export.bookmarks'),
        }}
        formats={exportFormats.map((format) => ({
          label: t(`export.format.${format}`),
          href: `/api/v1/search/export?format=${format}&lang=${lang}`,
        }))}
      />
    </div>
  );
}

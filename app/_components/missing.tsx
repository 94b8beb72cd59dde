import { pageContext } from './page-context.ts';
import { SearchBox } from './search-field.tsx';

/**
 * Not found: says so, and helps to search. The proxy gives such a page its status, 404. Next's own way, notFound() in a page, sends an empty
 * body that script fills.
 */
export async function Missing() {
  const { t } = await pageContext();
  return (
    <div className="container narrow">
      {/* Of a page with status 404 Next leaves out the metadata. */}
      <title>{`${t('missing.title')} · ${t('site.name')}`}</title>
      <h1>{t('missing.title')}</h1>
      <p>{t('missing.text')}</p>
      <SearchBox t={t} />
      <p>
        <a href="/">{t('missing.home')}</a>
      </p>
    </div>
  );
}

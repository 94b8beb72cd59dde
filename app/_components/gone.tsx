import { dayInWords } from '#lib/i18n/dates.ts';
import { pageContext } from './page-context.ts';
import { SearchBox } from './search-field.tsx';

/** A tombstone: something was here, until a day. The proxy gives such a page its status, 410. */
export async function Gone({ id, deletedAt }: { id: string; deletedAt: string }) {
  const { t, lang } = await pageContext();
  return (
    <div className="container narrow">
      <h1>{t('gone.title')}</h1>
      <p>{t('gone.text', { day: dayInWords(deletedAt, lang) })}</p>
      <p>{t('gone.cited', { id })}</p>
      <SearchBox t={t} />
      <p>
        <a href="/">{t('missing.home')}</a>
      </p>
    </div>
  );
}

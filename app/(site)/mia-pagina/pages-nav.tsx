import { pageContext } from '#app/_components/page-context.ts';

/** On to what follows of a list, and back to its beginning. */
export async function PagesNav({ first, next }: { first: string | null; next: string | null }) {
  const { t } = await pageContext();
  if (!first && !next) return null;
  return (
    <nav className="own-pages" aria-label={t('work.pages')}>
      {first ? <a href={first}>‹ {t('own.toFirst')}</a> : <span />}
      {next ? <a href={next}>{t('mine.more')} ›</a> : null}
    </nav>
  );
}

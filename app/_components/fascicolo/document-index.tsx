import { indexAddress, isFiltered, type AskedIndex } from '#lib/http/index-parameters.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { IndexCounts, IndexedDocument, IndexPage } from '#lib/store/fascicolo-index/fascicolo-index.ts';
import { IndexFilters } from './index-filters.tsx';
import { IndexRow } from './index-row.tsx';

interface Props {
  /** Address of the index. */
  base: string;
  /** Where a document is shown; null where it is not. */
  hrefOf: ((document: IndexedDocument) => string) | null;
  asked: AskedIndex;
  page: IndexPage;
  counts: IndexCounts;
  t: Translate;
  lang: Language;
}

/** The documents of a fascicolo of any kind: counted, narrowed, ordered, a page at a time in both directions. */
export function DocumentIndex({ base, hrefOf, asked, page, counts, t, lang }: Props) {
  const { after: _after, before: _before, ...kept } = asked;
  const say = (number: number) => new Intl.NumberFormat(lang).format(number);
  return (
    <>
      {counts.all > 1 || isFiltered(asked) ? <IndexFilters base={base} asked={asked} counts={counts} t={t} /> : null}
      <p className="index-count" role="status">
        {isFiltered(asked)
          ? t('index.found', { found: say(counts.found), count: say(counts.all) })
          : t('index.all', { count: counts.all })}
        {counts.all > 0 ? ` · ${t(`index.order.${asked.order}`)}` : ''}
      </p>
      {page.items.length === 0 ? (
        <p className="empty">{t(counts.all === 0 ? 'index.empty' : 'index.none')}</p>
      ) : (
        <table className="index-table">
          <caption className="visually-hidden">{t('index.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('index.number')}</th>
              <th scope="col">{t('index.document')}</th>
              <th scope="col">{t('index.date')}</th>
              <th scope="col">{t('index.protocol')}</th>
              <th scope="col">{t('index.correspondent')}</th>
              <th scope="col">{t('index.file')}</th>
              <th scope="col">{t('index.readers')}</th>
            </tr>
          </thead>
          <tbody>
            {page.items.map((document) => (
              <IndexRow
                key={document.record}
                document={document}
                href={hrefOf ? hrefOf(document) : null}
                t={t}
                lang={lang}
              />
            ))}
          </tbody>
        </table>
      )}
      {page.prev || page.next ? (
        <nav className="archive-pages" aria-label={t('index.pages')}>
          {page.prev ? (
            <a href={`${base}${indexAddress({ ...kept, before: page.prev })}`} rel="prev">
              {t('index.previous')}
            </a>
          ) : null}
          {page.next ? (
            <a href={`${base}${indexAddress({ ...kept, after: page.next })}`} rel="next">
              {t('index.next')}
            </a>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}

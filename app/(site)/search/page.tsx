import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { toAddress } from '#app/_components/to-address.ts';
import { composition } from '#lib/composition.ts';
import { isNarrowed, parseSearchParameters, toSearchRequest } from '#lib/http/search-parameters.ts';
import { findFirstPages } from '#lib/store/images/find-first-pages.ts';
import { SearchRequestError } from '#lib/search/search.ts';
import { BadSearch } from './bad-search.tsx';
import { Chips } from './chips.tsx';
import { DidYouMean } from './did-you-mean.tsx';
import { EmptyAnswer } from './empty-answer.tsx';
import { ExportLinks } from './export-links.tsx';
import { Facets } from './facets.tsx';
import { Hits, Groups } from './hits.tsx';
import { Pager } from './pager.tsx';
import { SaveSearch } from './save-search.tsx';
import { SearchForm } from './search-form.tsx';
import { Toolbar } from './toolbar.tsx';

interface SearchPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  const context = await pageContext();
  const { parameters } = parseSearchParameters(toAddress(await searchParams));
  const { t } = context;
  return pageMetadata(context, {
    title: !parameters ? t('search.bad') : parameters.q ? t('search.titleOf', { q: parameters.q }) : t('search.title'),
    path: '/search',
    index: parameters !== null && !isNarrowed(parameters) && parameters.q === '',
  });
}

/** Search: question, filters as links, histogram, hits. */
export default async function SearchPage({ searchParams }: SearchPageProps) {
  const { t, lang } = await pageContext();
  const { parameters, violations } = parseSearchParameters(toAddress(await searchParams));
  if (violations) return <BadSearch t={t} violations={violations} />;
  const { search, pool } = composition();
  const answer = await search.query(toSearchRequest(parameters, lang, true)).catch((error: unknown) => {
    if (error instanceof SearchRequestError) return error;
    throw error;
  });
  if (answer instanceof SearchRequestError) {
    return <BadSearch t={t} violations={[{ parameter: answer.parameter, message: answer.message }]} />;
  }
  const shown = answer.groups ? answer.groups.flatMap((group) => group.hits) : answer.hits;
  const pictures = await findFirstPages(
    pool,
    shown.filter((hit) => hit.digital).map((hit) => hit.id),
  );
  return (
    <div className="container search-page">
      <h1 className="visually-hidden">{t('search.title')}</h1>
      <SearchForm t={t} parameters={parameters} />
      <p className="to-filters">
        <a href="#filters">{t('search.toFilters')}</a>
      </p>
      <Chips t={t} lang={lang} parameters={parameters} answer={answer} />
      {answer.notices && answer.notices.length > 0 ? (
        <ul className="notices" role="status">
          {answer.notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      ) : null}
      <div className="search-columns">
        <Facets t={t} lang={lang} parameters={parameters} answer={answer} />
        <section className="search-results" aria-labelledby="results">
          <Toolbar t={t} parameters={parameters} answer={answer} />
          {answer.didYouMean ? <DidYouMean t={t} parameters={parameters} q={answer.didYouMean} /> : null}
          {answer.total === 0 ? <EmptyAnswer t={t} parameters={parameters} /> : null}
          {answer.groups ? (
            <Groups t={t} lang={lang} parameters={parameters} groups={answer.groups} pictures={pictures} />
          ) : (
            <Hits t={t} lang={lang} parameters={parameters} hits={answer.hits} pictures={pictures} />
          )}
          <Pager t={t} parameters={parameters} answer={answer} />
          {answer.total > 0 ? <SaveSearch t={t} lang={lang} parameters={parameters} answer={answer} /> : null}
          <ExportLinks t={t} lang={lang} parameters={parameters} total={answer.total} />
        </section>
      </div>
    </div>
  );
}

import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { toAddress } from '#app/_components/to-address.ts';
import { composition } from '#lib/composition.ts';
import { parseSearchParameters } from '#lib/http/search-parameters.ts';
import { BadSearch } from '../bad-search.tsx';
import { AdvancedFilters } from './advanced-filters.tsx';
import { QueryRows } from './query-rows.tsx';

interface AdvancedPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Fonds offered by name; in larger holdings the rest is narrowed to on the results. */
const mostFonds = 300;

export async function generateMetadata({ searchParams }: AdvancedPageProps): Promise<Metadata> {
  const context = await pageContext();
  const { violations } = parseSearchParameters(toAddress(await searchParams));
  const title = context.t(violations ? 'search.bad' : 'advanced.title');
  return pageMetadata(context, { title, path: '/search/advanced', index: !violations });
}

/** A search put together row by row: a plain form, which leads to the search as it would be typed. */
export default async function AdvancedPage({ searchParams }: AdvancedPageProps) {
  const { t, lang } = await pageContext();
  const { parameters, violations } = parseSearchParameters(toAddress(await searchParams));
  if (violations) return <BadSearch t={t} violations={violations} />;
  const fonds = await composition().store.listFonds({ limit: mostFonds });
  return (
    <div className="container narrow advanced">
      <h1>{t('advanced.title')}</h1>
      <p>{t('advanced.lead')}</p>
      <search>
        <form action="/search/advanced/compose" method="get">
          <QueryRows t={t} q={parameters.q} />
          <AdvancedFilters t={t} lang={lang} parameters={parameters} fonds={fonds.items} />
          <p className="advanced-send">
            <button type="submit" className="btn btn-primary">
              {t('search.submit')}
            </button>
            <a href="/search/advanced">{t('advanced.clear')}</a>
            <a href="/search">{t('advanced.simple')}</a>
          </p>
        </form>
      </search>
    </div>
  );
}

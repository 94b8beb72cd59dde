import { searchHref, type SearchParameters } from '#lib/http/search-parameters.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { sorts, type SearchAnswer } from '#lib/search/search.ts';

/** How many, in which order, as a list or by fonds. */
export function Toolbar({
  t,
  parameters,
  answer,
}: {
  t: Translate;
  parameters: SearchParameters;
  answer: SearchAnswer;
}) {
  const fonds = answer.facets.fonds?.filter(({ count }) => count > 0).length ?? 0;
  const total = t(answer.totalEstimate ? 'search.totalAbout' : 'search.total', { count: answer.total });
  return (
    <header className="result-bar">
      <h2 id="results">
        {total}
        {fonds > 1 && answer.total > 0 ? (
          <span className="result-bar-fonds"> {t('search.inFonds', { count: fonds })}</span>
        ) : null}
      </h2>
      {answer.total > 0 ? <Choices t={t} parameters={parameters} /> : null}
    </header>
  );
}

function Choices({ t, parameters }: { t: Translate; parameters: SearchParameters }) {
  return (
    <>
      <nav aria-label={t('search.order')}>
        <span>{t('search.order')}</span>
        {sorts.map((sort) => (
          <a
            key={sort}
            href={searchHref(parameters, { sort })}
            rel="nofollow"
            aria-current={parameters.sort === sort ? 'true' : undefined}
          >
            {t(`sort.${sort}`)}
          </a>
        ))}
      </nav>
      <nav aria-label={t('search.view')}>
        <span>{t('search.view')}</span>
        <a
          href={searchHref(parameters, { group: undefined })}
          rel="nofollow"
          aria-current={parameters.group ? undefined : 'true'}
        >
          {t('search.list')}
        </a>
        <a
          href={searchHref(parameters, { group: 'fonds' })}
          rel="nofollow"
          aria-current={parameters.group ? 'true' : undefined}
        >
          {t('search.grouped')}
        </a>
      </nav>
    </>
  );
}

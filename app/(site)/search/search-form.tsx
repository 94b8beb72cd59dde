import { SearchField } from '#app/_components/search-field.tsx';
import { advancedFormHref } from '#lib/http/advanced-search.ts';
import type { SearchParameters } from '#lib/http/search-parameters.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { facetNames } from '#lib/search/search.ts';

/** The question with its years; filters that are on stay on. */
export function SearchForm({ t, parameters }: { t: Translate; parameters: SearchParameters }) {
  return (
    <search>
      <form action="/search" method="get" className="search-form">
        <SearchField t={t} q={parameters.q} />
        <Kept parameters={parameters} />
        {parameters.from !== undefined ? <input type="hidden" name="from" value={parameters.from} /> : null}
        {parameters.to !== undefined ? <input type="hidden" name="to" value={parameters.to} /> : null}
      </form>
      <p className="to-advanced">
        <a href={advancedFormHref(parameters)} rel="nofollow">
          {t('search.advanced')}
        </a>
      </p>
      <details className="search-help">
        <summary>{t('search.help')}</summary>
        <dl>
          {(['phrase', 'any', 'not', 'prefix', 'code'] as const).map((name) => (
            <div key={name}>
              <dt>
                <code>{t(`search.help.${name}.example`)}</code>
              </dt>
              <dd>{t(`search.help.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </search>
  );
}

/** Everything of a search but question and years, as hidden fields. */
export function Kept({ parameters }: { parameters: SearchParameters }) {
  return (
    <>
      {facetNames.flatMap((name) =>
        parameters[name].map((value) => <input key={`${name}:${value}`} type="hidden" name={name} value={value} />),
      )}
      {parameters.within ? <input type="hidden" name="within" value={parameters.within} /> : null}
      {parameters.group ? <input type="hidden" name="group" value={parameters.group} /> : null}
      {parameters.sort === 'relevance' ? null : <input type="hidden" name="sort" value={parameters.sort} />}
    </>
  );
}

import { toggleFacet, type SearchParameters } from '#lib/http/search-parameters.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { facetNames, type FacetName, type FacetValue, type SearchAnswer } from '#lib/search/search.ts';
import { facetLabel } from './facet-label.ts';
import { Histogram } from './histogram.tsx';

interface FacetsProps {
  t: Translate;
  lang: Language;
  parameters: SearchParameters;
  answer: SearchAnswer;
}

/** Values shown at once; the others follow under "more". */
const shownAtOnce = 6;

/** Filters, all of them links: they work without script, open in a new tab, and can be sent. */
export function Facets({ t, lang, parameters, answer }: FacetsProps) {
  const groups = facetNames
    .map((name) => ({ name, values: inOrder(name, answer.facets[name] ?? []) }))
    .filter(({ values }) => values.length > 0);
  return (
    <aside className="facets" aria-labelledby="filters">
      <details className="facets-fold" open>
        <summary>
          <h2 id="filters">{t('search.filters')}</h2>
        </summary>
        <Histogram t={t} parameters={parameters} bars={answer.histogram ?? []} />
        {groups.map(({ name, values }) => (
          <section key={name} className="facet" aria-labelledby={`facet-${name}`}>
            <h3 id={`facet-${name}`}>{t(`facet.${name}`)}</h3>
            <Values t={t} lang={lang} parameters={parameters} name={name} values={values.slice(0, shownAtOnce)} />
            {values.length > shownAtOnce ? (
              <details>
                <summary>{t('search.moreValues', { count: values.length - shownAtOnce })}</summary>
                <Values t={t} lang={lang} parameters={parameters} name={name} values={values.slice(shownAtOnce)} />
              </details>
            ) : null}
          </section>
        ))}
      </details>
    </aside>
  );
}

/** Most hits first, but centuries as they follow each other. */
function inOrder(name: FacetName, values: readonly FacetValue[]): readonly FacetValue[] {
  return name === 'century' ? values.toSorted((a, b) => Number(a.value) - Number(b.value)) : values;
}

function Values({
  t,
  lang,
  parameters,
  name,
  values,
}: Omit<FacetsProps, 'answer'> & { name: FacetName; values: readonly FacetValue[] }) {
  const chosen: string[] = parameters[name];
  return (
    <ul>
      {values.map(({ value, label, count, estimate }) => {
        const on = chosen.includes(value);
        const archival = name === 'fonds' || name === 'creator' || name === 'subject' || name === 'place';
        return (
          <li key={value}>
            <a href={toggleFacet(parameters, name, value)} rel="nofollow" aria-current={on ? 'true' : undefined}>
              <span className="facet-label" lang={archival ? 'it' : undefined}>
                {on ? <span className="visually-hidden">{t('search.remove')}: </span> : null}
                {facetLabel(name, value, label, t, lang)}
              </span>{' '}
              <span className="facet-count">
                {estimate ? t('search.about', { n: count }) : count.toLocaleString(lang, { useGrouping: true })}
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

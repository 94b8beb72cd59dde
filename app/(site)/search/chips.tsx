import { searchHref, toggleFacet, type SearchParameters } from '#lib/http/search-parameters.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { facetNames, type SearchAnswer } from '#lib/search/search.ts';
import { facetLabel } from './facet-label.ts';

interface ChipsProps {
  t: Translate;
  lang: Language;
  parameters: SearchParameters;
  answer: SearchAnswer;
}

/** What narrows a search, each in words and with the address of the search without it. */
export function narrowings({ t, lang, parameters, answer }: ChipsProps): { text: string; href: string }[] {
  const chips = facetNames.flatMap((name) =>
    parameters[name].map((value) => {
      const label = answer.facets[name]?.find((one) => one.value === value)?.label ?? value;
      return {
        text: `${t(`facet.${name}`)}: ${facetLabel(name, value, label, t, lang)}`,
        href: toggleFacet(parameters, name, value),
      };
    }),
  );
  if (parameters.from !== undefined || parameters.to !== undefined) {
    const years = `${parameters.from ?? '…'}–${parameters.to ?? '…'}`;
    chips.push({
      text: `${t('search.years')}: ${years}`,
      href: searchHref(parameters, { from: undefined, to: undefined, dateMode: 'overlap' }),
    });
  }
  if (parameters.within)
    chips.push({ text: t('search.withinUnit'), href: searchHref(parameters, { within: undefined }) });
  return chips;
}

/** What narrows the search now; each can be taken away. */
export function Chips(props: ChipsProps) {
  const { t, parameters } = props;
  const chips = narrowings(props);
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={t('search.active')}>
      {chips.map((chip) => (
        <li key={chip.text}>
          <a href={chip.href} rel="nofollow">
            {chip.text} <span aria-hidden="true">×</span>
            <span className="visually-hidden"> ({t('search.remove')})</span>
          </a>
        </li>
      ))}
      <li>
        <a
          className="chips-clear"
          href={searchHref(null, { q: parameters.q, sort: parameters.sort, group: parameters.group })}
        >
          {t('search.removeAll')}
        </a>
      </li>
    </ul>
  );
}

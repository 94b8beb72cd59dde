import { SaveButton } from '#app/_components/save-button.tsx';
import { searchHref, type SearchParameters } from '#lib/http/search-parameters.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { SearchAnswer } from '#lib/search/search.ts';
import { narrowings } from './chips.tsx';

interface SaveSearchProps {
  t: Translate;
  lang: Language;
  parameters: SearchParameters;
  answer: SearchAnswer;
}

/** Keeps this search, from its first page, in the reader's browser. */
export function SaveSearch(props: SaveSearchProps) {
  const { t, parameters } = props;
  const thing = {
    key: searchHref(parameters),
    title: parameters.q || t('saved.everything'),
    facts: narrowings(props)
      .map(({ text }) => text)
      .join(' · '),
  };
  return (
    <p className="save-search">
      <SaveButton kind="searches" thing={thing} words={{ save: t('saved.saveSearch'), refused: t('saved.refused') }} />
      <a href="/saved">{t('saved.title')}</a>
    </p>
  );
}

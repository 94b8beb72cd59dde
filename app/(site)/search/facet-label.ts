import { centuryInWords, languageName } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { messageKey, type Translate } from '#lib/i18n/translate.ts';
import type { FacetName } from '#lib/search/search.ts';

/** A facet's value as readers call it. */
export function facetLabel(name: FacetName, value: string, label: string, t: Translate, lang: Language): string {
  if (name === 'level') {
    const key = messageKey('level', value);
    return key ? t(key) : label;
  }
  if (name === 'century') return centuryInWords(value, lang);
  if (name === 'language') return languageName(value, lang);
  if (name === 'digital') return t('facet.digital.true');
  return label;
}

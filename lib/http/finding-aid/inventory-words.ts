import { datesInWords, dayInWords, languageTag } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { translator } from '#lib/i18n/translate.ts';
import type { InventoryWords } from '#lib/projections/finding-aid-html/words.ts';

/** The words of a printed inventory in a language of the site. */
export function inventoryWords(lang: Language): InventoryWords {
  const t = translator(lang);
  return {
    lang,
    languageTag,
    pageTitle: (title) => t('inventory.pageTitle', { title }),
    bar: t('inventory.bar'),
    back: t('inventory.back'),
    hint: t('inventory.hint'),
    kind: t('inventory.kind'),
    dates: t('field.dates'),
    creators: t('field.creators'),
    extent: t('field.extents'),
    code: t('field.referenceCode'),
    made: (day) => t('inventory.made', { day }),
    contents: t('inventory.contents'),
    introduction: t('inventory.introduction'),
    levelOf: ({ level, levelLabel }) => (level === 'other' ? (levelLabel ?? t('level.other')) : t(`level.${level}`)),
    datesOf: ({ dates }) => datesInWords(dates, t),
    element: (name) => t(`element.${name}`),
    closed: (from) =>
      from === null ? t('inventory.closed') : t('inventory.closedUntil', { day: dayInWords(from, lang) }),
  };
}

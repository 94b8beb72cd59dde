import type { LanguageTexts } from './iiif-resources.ts';
import { languageTagOf } from './language-tag.ts';
import type { Level } from './level.ts';

/** What manifests call things, in the languages of the site. */
export const iiifWords = {
  referenceCode: { it: ['Segnatura'], en: ['Reference code'] },
  dates: { it: ['Estremi cronologici'], en: ['Dates'] },
  level: { it: ['Livello'], en: ['Level'] },
  extent: { it: ['Consistenza'], en: ['Extent'] },
  creators: { it: ['Soggetto produttore'], en: ['Creator'] },
  custodian: { it: ['Conservatore'], en: ['Custodian'] },
  scope: { it: ['Contenuto'], en: ['Scope and content'] },
  languages: { it: ['Lingua'], en: ['Language'] },
  reproduction: { it: ['Condizioni di riproduzione'], en: ['Conditions governing reproduction'] },
  within: { it: ['Fa parte di'], en: ['Part of'] },
  attribution: { it: ['Attribuzione'], en: ['Attribution'] },
  recordPage: { it: ['Scheda'], en: ['Record page'] },
  pageText: { it: ['Testo della pagina'], en: ['Text of the page'] },
  turtle: { it: ['Dati in Turtle'], en: ['Data in Turtle'] },
  jsonLd: { it: ['Dati in JSON-LD'], en: ['Data in JSON-LD'] },
  ead3: { it: ['Descrizione in EAD3'], en: ['Description in EAD3'] },
  print: { it: ['Inventario da stampare'], en: ['Finding aid for printing'] },
  holdings: { it: ['Patrimonio digitalizzato'], en: ['Digitised holdings'] },
} as const satisfies Record<string, LanguageTexts>;

const englishLevels: Record<Level, string> = {
  fonds: 'fonds',
  subfonds: 'subfonds',
  series: 'series',
  subseries: 'subseries',
  file: 'file',
  item: 'item',
  other: 'level',
};

/** A level in the languages of the site. */
export const levelTexts = (level: Level, italian: string): LanguageTexts => ({
  it: [italian],
  en: [englishLevels[level]],
});

/** A text of the archive in its own language; where it is not known, in none (Presentation 3 §4.2: `none`). */
export const textIn = (text: string, lang: string | null): LanguageTexts => ({
  [languageTagOf(lang) ?? 'none']: [text.toWellFormed()],
});

/** What begins with `<` and ends with `>` is read as HTML, unless a space follows (Presentation 3 §4.5): words of archives are none. */
export const noMarkup = (text: string): string => (/^<[^]*>$/.test(text) ? `${text} ` : text).toWellFormed();

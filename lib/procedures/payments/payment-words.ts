import type { TextLanguage } from '../types/text.ts';
import type { Owed } from './owed.ts';

/** An amount as people write it: "16,00 €", "€16.00". */
export const centsInWords = (cents: number, lang: TextLanguage): string =>
  new Intl.NumberFormat(lang === 'it' ? 'it-IT' : 'en-GB', { style: 'currency', currency: 'EUR' })
    .format(cents / 100)
    .replace(/\u00a0/g, ' ');

/** What is owed, by name: of several stamps which. */
export const owedName = ({ label, part, parts }: Pick<Owed, 'label' | 'part' | 'parts'>, lang: TextLanguage): string =>
  parts === 1 ? label[lang] : `${label[lang]} (${part}/${parts})`;

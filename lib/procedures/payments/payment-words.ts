import type { TextLanguage } from '../types/text.ts';
import type { Owed } from './owed.ts';

/** An amount as people write it: "16,00 €", "€16.00". */
export const centsInWords = (cents: number, lang: TextLanguage): string =>
  euros[lang].format(cents / 100).replace(/\u00a0/g, ' ');

const inEuro = (locale: string) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
const euros: Record<TextLanguage, Intl.NumberFormat> = { it: inEuro('it-IT'), en: inEuro('en-GB') };

/** What is owed, by name: of several stamps which. */
export const owedName = ({ label, part, parts }: Pick<Owed, 'label' | 'part' | 'parts'>, lang: TextLanguage): string =>
  parts === 1 ? label[lang] : `${label[lang]} (${part}/${parts})`;

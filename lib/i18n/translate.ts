import { en } from './en.ts';
import { it } from './it.ts';
import type { Language } from './language.ts';

/** A text with `{name}` places; or one for each plural form that `{count}` asks for. */
export type Message = string | { one: string; other: string };
export type MessageKey = keyof typeof it;
export type Messages = Record<MessageKey, Message>;
export type Places = Readonly<Record<string, string | number>>;

const dictionaries: Record<Language, Messages> = { it, en };

/** The text of a key in a language; numbers are written as that language writes them. */
export type Translate = (key: MessageKey, places?: Places) => string;

const translators = new Map<Language, Translate>();

/** The texts of a language. Made once for each: every part of a page asks for it. */
export function translator(lang: Language): Translate {
  const known = translators.get(lang);
  if (known) return known;
  const made = makeTranslator(lang);
  translators.set(lang, made);
  return made;
}

function makeTranslator(lang: Language): Translate {
  const numbers = new Intl.NumberFormat(lang, { useGrouping: 'always' } as Intl.NumberFormatOptions);
  const plurals = new Intl.PluralRules(lang);
  return (key, places = {}) => {
    const message = dictionaries[lang][key];
    const text = typeof message === 'string' ? message : message[pluralOf(plurals, places['count'])];
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = places[name];
      return value === undefined ? whole : typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}

function pluralOf(plurals: Intl.PluralRules, count: string | number | undefined): 'one' | 'other' {
  return plurals.select(Number(count ?? 0)) === 'one' ? 'one' : 'other';
}

/** The key of a family (`level.fonds`) when the dictionary has it; for values that come from data. */
export function messageKey(family: string, name: string): MessageKey | null {
  const key = `${family}.${name}`;
  return key in it ? (key as MessageKey) : null;
}

import type { Fee } from './fees.ts';
import type { ProcedureType } from './procedure-type.ts';
import type { Text, TextLanguage } from './text.ts';
import { amountWords, normWords } from './type-words.ts';

/** How long a service takes, in one line. */
export function durationWords(type: ProcedureType): Text {
  switch (type.family) {
    case 'application':
      return both((language) =>
        type.serviceTerm
          ? `${words.usually[language]} ${days(type.serviceTerm, language)}; ${words.atMost[language]} ${days(type.term, language)}`
          : days(type.term, language),
      );
    case 'exOfficio':
      return both((language) => days(type.term, language));
    case 'scia':
      return both(
        (language) => `${words.atOnce[language]}; ${words.control[language]} ${days(type.controlWindow, language)}`,
      );
    case 'declaration':
      return both(
        (language) => `${words.atOnce[language]}; ${words.control[language]} ${days(type.verification, language)}`,
      );
    case 'ranking':
      return words.notice;
    case 'communication':
      return words.atOnce;
  }
}

/** What a service costs, in one line; the page of the service says it in full. */
export function costWords(type: ProcedureType): Text {
  if (!('fees' in type) || type.fees.length === 0) return words.free;
  return both((language) => type.fees.map((fee) => inShort(fee, language)).join('; '));
}

/** What has a figure is told by its kind; what has none by its name, for it may not touch everybody. */
function inShort({ kind, label, amount }: Fee, language: TextLanguage): string {
  const write = (euro: number) => amountWords({ kind: 'fixed', euro }, language);
  const name = `${label[language].charAt(0).toLowerCase()}${label[language].slice(1)}`;
  switch (amount.kind) {
    case 'fixed':
      return `${kindWords[kind][language]} ${write(amount.euro)}`;
    case 'table': {
      const euro = amount.rows.map((row) => row.euro);
      return `${kindWords[kind][language]} ${words.from[language]} ${write(Math.min(...euro))} ${words.to[language]} ${write(Math.max(...euro))}`;
    }
    case 'rule':
      return `${name}: ${words.byCase[language]}`;
    case 'unknown':
      return `${name}: ${words.unread[language]}`;
  }
}

const both = (say: (language: TextLanguage) => string): Text => ({ it: capital(say('it')), en: capital(say('en')) });
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const days = (norm: { days: number; unit: 'calendar' | 'working' }, language: TextLanguage): string =>
  normWords(norm)?.[language] ?? '';

const kindWords: Record<Fee['kind'], Text> = {
  stampDuty: { it: 'bollo', en: 'stamp duty' },
  fee: { it: 'diritti e costi', en: 'fees' },
  canone: { it: 'canone', en: 'canone' },
  deposit: { it: 'deposito', en: 'deposit' },
};

const words = {
  usually: { it: 'di norma', en: 'usually' },
  atMost: { it: 'al più tardi', en: 'at the latest' },
  atOnce: { it: 'Ha effetto subito', en: 'Effective at once' },
  control: { it: 'controllo', en: 'check' },
  notice: { it: 'I tempi sono nel bando', en: 'Times are in the notice' },
  free: { it: 'Non si paga niente', en: 'Nothing to pay' },
  from: { it: 'da', en: 'from' },
  to: { it: 'a', en: 'to' },
  byCase: { it: 'secondo i casi', en: 'by case' },
  unread: { it: 'da verificare', en: 'to be checked' },
} satisfies Record<string, Text>;

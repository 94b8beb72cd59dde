import type { Amount } from './fees.ts';
import type { SilenceOutcome } from './outcomes.ts';
import type { Norm } from './term.ts';
import type { Source, Text, TextLanguage } from './text.ts';

const unverifiedWords: Text = { it: 'da verificare', en: 'to be checked' };

/** "L. 241/1990, art. 20 [da verificare]". */
export function sourceWords({ act, article, note, unverified }: Source, language: TextLanguage): string {
  const where = article ? `${act}, ${article}` : act;
  const doubts = [note?.[language], unverified ? unverifiedWords[language] : undefined].filter(Boolean);
  return doubts.length > 0 ? `${where} [${doubts.join('; ')}]` : where;
}

export const silenceWords: Record<SilenceOutcome, Text> = {
  silenzioAssenso: { it: 'Silenzio assenso', en: 'Silence is consent (silenzio assenso)' },
  silenzioRigetto: { it: 'Silenzio rigetto', en: 'Silence is refusal (silenzio rigetto)' },
};

export function normWords(norm: Norm | undefined): Text | null {
  if (!norm) return null;
  if (norm.days === 0) return { it: 'subito', en: 'at once' };
  const { it, en } = daysWords(norm.days, norm.unit);
  return { it: `entro ${it}`, en: `within ${en}` };
}

const numbers: Record<TextLanguage, Intl.NumberFormat> = {
  it: new Intl.NumberFormat('it'),
  en: new Intl.NumberFormat('en'),
};

/** "1 giorno", "1.200 giorni", "3 giorni lavorativi". */
export function daysWords(days: number, unit: Norm['unit'] = 'calendar'): Text {
  const number = (language: TextLanguage) => numbers[language].format(days);
  const [it, en] = unit === 'working' ? [days === 1 ? ' lavorativo' : ' lavorativi', ' working'] : ['', ''];
  return {
    it: `${number('it')} ${days === 1 ? 'giorno' : 'giorni'}${it}`,
    en: `${number('en')}${en} ${days === 1 ? 'day' : 'days'}`,
  };
}

/** Amounts as Italian offices write them in both languages: two places after the comma only where there are cents. */
export function amountWords(amount: Amount, language: TextLanguage): string {
  const euro = (value: number) => {
    const figures = Number.isInteger(value) ? String(value) : value.toFixed(2);
    return language === 'it' ? `${figures.replace('.', ',')} €` : `€${figures}`;
  };
  switch (amount.kind) {
    case 'fixed':
      return euro(amount.euro);
    case 'table':
      return amount.rows.map((row) => `${row.when[language]} ${euro(row.euro)}`).join('; ');
    case 'rule':
      return amount.rule[language];
    case 'unknown':
      return amount.reason[language];
  }
}

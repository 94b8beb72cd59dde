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
  const { days, unit } = norm;
  if (days === 0) return { it: 'subito', en: 'at once' };
  const working = unit === 'working';
  const it = days === 1 ? `1 giorno${working ? ' lavorativo' : ''}` : `${days} giorni${working ? ' lavorativi' : ''}`;
  const en = `${days}${working ? ' working' : ''} ${days === 1 ? 'day' : 'days'}`;
  return { it: `entro ${it}`, en: `within ${en}` };
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

import { dayWords } from '#lib/procedures/day-words.ts';
import type { Day } from '#lib/procedures/day.ts';
import type { DeadlineExplanation } from '#lib/procedures/explain-deadline.ts';
import type { DatedName, ExplainedRow, RowReason } from '#lib/procedures/explained-rows.ts';
import type { Text, TextLanguage } from '#lib/procedures/types/text.ts';

/** Days of a term that are alike, and why. */
export interface DeadlineRow {
  from: Day;
  to: Day;
  days: number;
  counted: number;
  total: number;
  kind: RowReason['kind'];
  why: string;
}

/** Names of days that are said one by one; of more, how many there are. */
const mostNamed = 4;

/** The calculation of a term in rows that people read. */
export const deadlineRows = ({ rows }: DeadlineExplanation, language: TextLanguage): DeadlineRow[] =>
  rows.map((row) => ({ ...pick(row), kind: row.why.kind, why: whyWords(row)[language] }));

const pick = ({ from, to, days, counted, total }: ExplainedRow) => ({ from, to, days, counted, total });

function whyWords({ why, restarted }: ExplainedRow): Text {
  const words = reasonWords(why);
  if (restarted === null) return words;
  return {
    it: `Il conto ricomincia da capo. ${words.it}`,
    en: `The count begins anew. ${words.en}`,
  };
}

function reasonWords(why: RowReason): Text {
  switch (why.kind) {
    case 'firstDayOut':
      return {
        it: 'Giorno iniziale: non si conta (Codice civile, art. 2963, c. 2)',
        en: 'First day: it does not count (Codice civile, art. 2963, c. 2)',
      };
    case 'counted':
      return { it: 'Si contano', en: 'Counted' };
    case 'stopped':
      return stopWords(why.stops);
    case 'notWorking':
      return { it: `Non si contano: ${named(why.days, 'it')}`, en: `Not counted: ${named(why.days, 'en')}` };
    case 'rolled':
      return {
        it: `Il termine finirebbe in un giorno che si salta (${named(why.passed, 'it')}): passa al primo utile`,
        en: `The term would end on a day that is passed over (${named(why.passed, 'en')}): it moves to the next`,
      };
  }
}

function stopWords(stops: Extract<RowReason, { kind: 'stopped' }>['stops']): Text {
  const of = (language: TextLanguage) =>
    stops
      .map(({ article, act, ended }) =>
        [article, act, ended === 'open' ? open[language] : null].filter(Boolean).join(', '),
      )
      .join('; ');
  return { it: `Termine fermo: ${of('it')}`, en: `Term stopped: ${of('en')}` };
}

const open: Text = { it: 'ancora aperta', en: 'still open' };

function named(days: readonly DatedName[], language: TextLanguage): string {
  const each = days.map(({ on, name }) => `${name[language]}, ${dayWords(on)[language]}`);
  if (each.length === 0) return language === 'it' ? 'sabato o domenica' : 'Saturday or Sunday';
  const rest = each.length - mostNamed;
  if (rest <= 0) return each.join('; ');
  return `${each.slice(0, mostNamed).join('; ')} ${language === 'it' ? `e altri ${rest}` : `and ${rest} more`}`;
}

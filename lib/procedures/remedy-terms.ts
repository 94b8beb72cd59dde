import type { Calendar } from './calendar.ts';
import { lastCountedDay, type Stop } from './counting.ts';
import { type Day, type DayNumber, dayAt, dayIn, numberOf, weekdayOf, yearOf } from './day.ts';
import { type Law, parameterOn, type TermKey } from './law.ts';
import type { ProcedureType } from './types/procedure-type.ts';
import type { Text } from './types/text.ts';

/** A remedy with the last day on which it can be used. */
export interface RemedyTerm {
  name: Text;
  days: number;
  article: string;
  until: Day;
}

interface Remedy {
  name: Text;
  figure: TermKey;
  /** Before a court the days of August do not count, and a term may not end on a Saturday (D.Lgs. 104/2010 artt. 52 c. 5, 54 c. 2). */
  court: boolean;
}

const tar: Text = {
  it: 'Ricorso al tribunale amministrativo regionale (TAR)',
  en: 'Appeal to the regional administrative court (TAR)',
};

/** By the act in which a type says that it is written. */
const remediesOf: { act: RegExp; remedies: readonly Remedy[] }[] = [
  { act: /D\.Lgs\. 104\/2010/, remedies: [{ name: tar, figure: 'ricorsoTarDays', court: true }] },
  {
    act: /DPR 1199\/1971/,
    remedies: [
      {
        name: {
          it: 'Ricorso straordinario al Presidente della Repubblica',
          en: 'Extraordinary appeal to the President of the Republic',
        },
        figure: 'ricorsoStraordinarioDays',
        court: false,
      },
    ],
  },
  {
    act: /L\. 241\/1990 art\. 25\b/,
    remedies: [
      { name: tar, figure: 'accessoDocumentaleAppealDays', court: true },
      {
        name: { it: 'Riesame del difensore civico', en: 'Review by the ombudsman (difensore civico)' },
        figure: 'accessoDocumentaleAppealDays',
        court: false,
      },
    ],
  },
  {
    act: /DPR 223\/1989 art\. 36\b/,
    remedies: [
      { name: { it: 'Ricorso al Prefetto', en: 'Appeal to the Prefect' }, figure: 'ricorsoPrefettoDays', court: false },
    ],
  },
];

/**
 * Until when each remedy that a type names can be used, from the day on which its decision was made known: first day out, last day in, and not
 * on a holiday. Of a remedy whose days no act says here, the type's own words are all there is.
 */
export function remedyTerms(
  { source }: Pick<ProcedureType['remedies'][number], 'source'>,
  knownOn: Day,
  { law, calendar }: { law: Law; calendar: Calendar },
): RemedyTerm[] {
  const written = [source.act, source.article].filter(Boolean).join(' ');
  return remediesOf
    .filter(({ act }) => act.test(written))
    .flatMap(({ remedies }) => remedies)
    .flatMap(({ name, figure, court }) => {
      const rule = parameterOn(law, figure, knownOn);
      if (!rule) return [];
      return [
        {
          name,
          days: rule.value,
          article: rule.source.article,
          until: lastDayOf(knownOn, rule.value, court, calendar),
        },
      ];
    });
}

function lastDayOf(knownOn: Day, days: number, court: boolean, calendar: Calendar): Day {
  const start = numberOf(knownOn);
  let day = lastCountedDay(start, days, court ? augusts(start) : [], () => true);
  while (calendar.holidayAt(day) || (court && weekdayOf(day) === saturday)) day++;
  return dayAt(day);
}

const saturday = 6;

/** The days of August in which a term before a court does not run (L. 742/1969 art. 1): of that year and the next, which is further than any runs. */
const augusts = (start: DayNumber): Stop[] =>
  [yearOf(start), yearOf(start) + 1].map((year) => ({ from: dayIn(year, 7, 31), to: dayIn(year, 8, 31) }));

import type { ProcedureType } from './procedure-type.ts';
import type { Term } from './term.ts';
import type { Source, Text } from './text.ts';
import { normWords } from './type-words.ts';

/** One line of what a service takes in time: what it is about, how long, where it is written. */
export interface TermLine {
  label: Text;
  value: Text;
  /** null where the line above has it. */
  source: Source | null;
}

/** How long, as the law of each family says it. */
export function termLines(type: ProcedureType): TermLine[] {
  switch (type.family) {
    case 'application':
      return [
        line(words.decision, norm(type.term), type.term.source),
        ...partsOf(type.term),
        ...(type.serviceTerm ? [line(words.promised, norm(type.serviceTerm), type.serviceTerm.source)] : []),
      ];
    case 'exOfficio':
      return [line(words.measure, norm(type.term), type.term.source), ...partsOf(type.term)];
    case 'scia':
      return [
        line(words.effect, words.onFiling, type.controlWindow.source),
        line(words.control, norm(type.controlWindow), type.controlWindow.source),
      ];
    case 'declaration':
      return [
        line(words.effect, words.onFiling, type.registration.source),
        line(words.registration, norm(type.registration.within), type.registration.source),
        line(words.verification, norm(type.verification), type.verification.source),
        ...partsOf(type.verification),
      ];
    case 'ranking':
      return [
        line(words.call, type.notice.window, type.notice.source),
        ...type.notice.criteria.map((criterion) => line(words.criteria, criterion, type.notice.source)),
        ...(type.notice.objections
          ? [line(words.objections, norm(type.notice.objections.within), type.notice.objections.source)]
          : []),
      ];
    case 'communication':
      return [
        line(words.effect, words.onFiling, type.checks.source),
        line(words.checks, type.checks.how, type.checks.source),
      ];
  }
}

/** What becomes of a term whose last day is a holiday; null where no term is counted. */
export function rollWords(type: ProcedureType): Text | null {
  const term = 'term' in type ? type.term : type.family === 'declaration' ? type.verification : null;
  const roll = term?.roll ?? (type.family === 'scia' ? type.controlWindow.roll : null);
  if (roll === null) return null;
  return roll === 'next' ? words.rolls : words.doesNotRoll;
}

const partsOf = ({ stages = [], extension }: Term): TermLine[] => [
  ...(extension
    ? [
        line(
          {
            it: `${words.extension.it}: ${extension.when.it}`,
            en: `${words.extension.en}: ${extension.when.en}`,
          },
          { it: `altri ${extension.days} giorni`, en: `${extension.days} more days` },
          extension.source,
        ),
      ]
    : []),
  ...stages.map(({ label, days }) => line(label, { it: `${days} giorni`, en: `${days} days` }, null)),
];

const line = (label: Text, value: Text, source: Source | null): TermLine => ({ label, value, source });
const norm = (one: Parameters<typeof normWords>[0]): Text => normWords(one) ?? { it: '', en: '' };

const words = {
  decision: { it: 'Risposta, da quando la domanda arriva', en: 'Answer, from the day the request arrives' },
  promised: { it: 'Quello che il Comune promette, di norma', en: 'What the municipality promises, as a rule' },
  measure: { it: 'Provvedimento, dall’inizio', en: 'Measure, from the start' },
  effect: { it: 'Ha effetto', en: 'Takes effect' },
  onFiling: { it: 'dal giorno in cui presenti', en: 'from the day you file' },
  control: { it: 'Il Comune può controllare', en: 'The municipality can check' },
  registration: { it: 'Registrazione', en: 'Registration' },
  verification: { it: 'Verifica di quello che hai dichiarato', en: 'Check of what you declared' },
  call: { it: 'Quando si fa domanda', en: 'When to apply' },
  criteria: { it: 'Come si forma la graduatoria', en: 'How the ranking is made' },
  objections: { it: 'Per segnalare errori nella graduatoria', en: 'To report mistakes in the ranking' },
  checks: { it: 'Controlli', en: 'Checks' },
  extension: { it: 'Proroga', en: 'Extension' },
  rolls: {
    it: 'Se l’ultimo giorno è festivo, la scadenza passa al primo giorno che non lo è.',
    en: 'If the last day is a holiday, the deadline moves to the first day that is none.',
  },
  doesNotRoll: {
    it: 'La scadenza resta quella anche se cade in un giorno festivo.',
    en: 'The deadline stays where it is, even on a holiday.',
  },
} satisfies Record<string, Text>;

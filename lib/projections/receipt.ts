import { type ClockContext, readClock } from '#lib/procedures/clock.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import type { Registration } from '#lib/procedures/cases/filing-facts.ts';
import type { Day } from '#lib/procedures/day.ts';
import { dayWords } from '#lib/procedures/day-words.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { silencePlainly } from '#lib/procedures/types/silence-words.ts';
import type { Text } from '#lib/procedures/types/text.ts';
import { sourceWords } from '#lib/procedures/types/type-words.ts';

/** An office as a receipt names it: what is not known of it is left out. */
export interface ReceiptOffice {
  name: Text;
  person?: string;
  phone?: string;
  email?: string;
  pec?: string;
  hours?: Text;
}

/** The letters of L. 241/1990 art. 8 c. 2; null for what art. 18-bis adds. */
export type ReceiptLetter = 'a' | 'b' | 'c' | 'c-bis' | 'c-ter' | 'd' | 'd-bis' | null;

export interface ReceiptLine {
  letter: ReceiptLetter;
  label: Text;
  lines: Text[];
}

/** The receipt of L. 241/1990 art. 18-bis. With all that art. 8 wants it is the communication of start. */
export interface Receipt {
  registration: Registration;
  filedOn: Day;
  /** The last day for the answer, or on which silence gets its meaning; null where the law sets none. */
  answerBy: Day | null;
  communicatesStart: boolean;
  content: ReceiptLine[];
}

interface ReceiptSources {
  type: ProcedureType;
  offices: ReadonlyMap<string, ReceiptOffice>;
  administration: { name: Text; digitalDomicile: string | null };
  clock: Omit<ClockContext, 'today'>;
}

/** What is handed out at once when something is filed, in both languages. */
export function toReceipt(procedure: Procedure, { type, offices, administration, clock }: ReceiptSources): Receipt {
  const { registration, filedOn } = procedure.filing;
  const answerBy = answerDay(procedure, clock);
  const office = (code: string) => officeLines(offices.get(code), code);
  const responsible = offices.get(type.responsible)?.person;
  const silence = silencePlainly(type);
  return {
    registration,
    filedOn,
    answerBy,
    communicatesStart:
      procedure.startCommunicatedOn !== null && !('startNotice' in type && type.startNotice === 'separate'),
    content: [
      { letter: null, label: labels.number, lines: [numberWords(registration)] },
      {
        letter: 'a',
        label: labels.administration,
        lines: [administration.name, ...plain(administration.digitalDomicile)],
      },
      { letter: 'b', label: labels.object, lines: [type.title] },
      {
        letter: 'c',
        label: labels.office,
        lines: [...office(procedure.unit), ...(responsible ? [same(responsible)] : [])],
      },
      {
        letter: 'c-bis',
        label: labels.end,
        lines: [answerBy ? by(answerBy) : noTerm, silence.text, ...type.remedies.map(remedyWords), type.substitute.how],
      },
      { letter: 'c-ter', label: labels.filed, lines: [dayWords(filedOn)] },
      { letter: 'd', label: labels.see, lines: [type.information] },
      { letter: 'd-bis', label: labels.rest, lines: office(type.informationOffice) },
    ],
  };
}

/** As it stood when it was filed: what held the term later is told later. */
function answerDay({ legal, filing }: Procedure, clock: Omit<ClockContext, 'today'>): Day | null {
  if (!legal) return null;
  const { deadline } = readClock({ ...legal, ledger: [], concludedOn: null }, { ...clock, today: filing.filedOn });
  return deadline.kind === 'fixed' ? deadline.on : null;
}

const same = (words: string): Text => ({ it: words, en: words });
const plain = (words: string | null | undefined): Text[] => (words ? [same(words)] : []);

function officeLines(office: ReceiptOffice | undefined, code: string): Text[] {
  if (!office) return [same(code)];
  return [
    office.name,
    ...plain(office.pec),
    ...plain(office.email),
    ...plain(office.phone),
    ...(office.hours ? [office.hours] : []),
  ];
}

/** Seven figures, beginning anew each year (DPR 445/2000 art. 57). */
function numberWords({ number, year, on }: Registration): Text {
  const words = dayWords(on);
  const figures = String(number).padStart(7, '0');
  return { it: `${figures}/${year}, del ${words.it}`, en: `${figures}/${year}, of ${words.en}` };
}

function by(day: Day): Text {
  const words = dayWords(day);
  return { it: `Entro il ${words.it}`, en: `By ${words.en}` };
}

const noTerm: Text = {
  it: 'Nessun termine da aspettare',
  en: 'There is no term to wait for',
};

const remedyWords = ({ text, source }: ProcedureType['remedies'][number]): Text => ({
  it: `${text.it} (${sourceWords(source, 'it')})`,
  en: `${text.en} (${sourceWords(source, 'en')})`,
});

const labels = {
  number: { it: 'Numero di protocollo', en: 'Registration number' },
  administration: { it: 'Amministrazione competente', en: 'Competent administration' },
  object: { it: 'Oggetto del procedimento', en: 'Object of the procedure' },
  office: { it: 'Ufficio e responsabile del procedimento', en: 'Office and person responsible' },
  end: { it: 'Entro quando, e che cosa fare se nessuno risponde', en: 'By when, and what to do if nobody answers' },
  filed: { it: 'Data di presentazione', en: 'Date of filing' },
  see: { it: 'Come seguire la pratica e vedere gli atti', en: 'How to follow the case and see its documents' },
  rest: { it: 'Ufficio per gli atti che non sono in linea', en: 'Office for documents that are not online' },
} satisfies Record<string, Text>;

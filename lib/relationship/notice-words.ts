import { dayWords } from '#lib/procedures/day-words.ts';
import type { Text } from '#lib/procedures/types/text.ts';
import type { About } from './notification.ts';
import type { CaseReason } from './topics.ts';

/** What happened, without a name and without content: "Tocca a te". */
export const reasonWords: Record<CaseReason, Text> = {
  yourTurn: { it: 'Tocca a te', en: 'It is your turn' },
  payment: { it: 'È chiesto un pagamento', en: 'A payment is asked for' },
  actionDue: { it: 'Tocca ancora a te', en: 'It is still your turn' },
  decided: { it: 'La pratica è decisa', en: 'The case is decided' },
  reopened: { it: 'La pratica è riaperta', en: 'The case is opened again' },
  attestation: { it: 'C’è l’attestazione che hai chiesto', en: 'The attestation you asked for is there' },
  termDue: { it: 'Il termine della risposta sta per finire', en: 'The term for the answer is about to end' },
  termMoved: { it: 'Il termine della risposta è cambiato', en: 'The term for the answer has changed' },
  termHeld: { it: 'Il termine si è fermato', en: 'The term has stopped' },
  termResumed: { it: 'Il termine è ripreso', en: 'The term has resumed' },
  substitute: { it: 'È cominciato l’intervento sostitutivo', en: 'The substitute has taken the case up' },
  answered: { it: 'È arrivata una risposta', en: 'An answer has come in' },
  passedOn: { it: 'La pratica è passata a un altro ufficio', en: 'The case has gone to another office' },
  effective: { it: 'La dichiarazione ha effetto', en: 'The declaration takes effect' },
  refund: { it: 'Ti spetta un rimborso', en: 'A refund is due to you' },
  closed: { it: 'Il fascicolo è chiuso', en: 'The file is closed' },
  started: { it: 'Il procedimento è avviato', en: 'The procedure has started' },
  moved: { it: 'La pratica è andata avanti', en: 'The case has moved on' },
  registered: { it: 'La richiesta è registrata', en: 'The request is registered' },
  told: { it: 'C’è una comunicazione per te', en: 'There is a message for you' },
};

/** The number of a case as people cite it. */
export const caseNumber = ({ number, year }: { number: number; year: number }): string =>
  `${String(number).padStart(7, '0')}/${year}`;

/** One line: which case, what happened, until when. What it says anybody may read over a shoulder. */
export function noticeLine(about: About): Text {
  if (about.of === 'service')
    return { it: 'C’è un servizio nuovo che può interessarti', en: 'There is a new service that may interest you' };
  const words = reasonWords[about.reason];
  const day = about.by === null ? null : dayWords(about.by);
  const number = caseNumber(about);
  return {
    it: `Pratica n. ${number}: ${lower(words.it)}${day ? `, entro il ${day.it}` : ''}`,
    en: `Case no. ${number}: ${lower(words.en)}${day ? `, by ${day.en}` : ''}`,
  };
}

/** What an informative notice adds where the same thing is served: nobody is to take the one for the other. */
export const notService: Text = {
  it: 'Questo avviso è una cortesia e non sostituisce la comunicazione ufficiale, dal cui ricevimento decorrono i termini.',
  en: 'This notice is a courtesy and does not stand in for the official communication, from whose receipt terms run.',
};

/** Where what is told can be read, after the site's own address. */
export const pathOf = (about: About): string =>
  about.of === 'case' ? `/mia-pagina/pratiche/${about.procedure}` : `/servizi/${about.code}`;

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

import type { Text } from '#lib/procedures/types/text.ts';
import type { Asker, ContactChannel, ContactOutcome, ContactStep, Need, Rating } from './contact.ts';

export const channelWords: Record<ContactChannel, Text> = {
  counter: { it: 'allo sportello', en: 'at the counter' },
  phone: { it: 'al telefono', en: 'by telephone' },
  email: { it: 'per e-mail', en: 'by e-mail' },
  post: { it: 'per lettera', en: 'by letter' },
};

export const askerWords: Record<Asker, Text> = {
  self: { it: 'la persona interessata', en: 'the person concerned' },
  representative: { it: 'qualcuno per lei', en: 'somebody for them' },
  office: { it: 'l’ufficio, per continuare una cosa già cominciata', en: 'the office, to go on with something begun' },
};

export const needWords: Record<Need, Text> = {
  state: { it: 'sapere a che punto è una pratica', en: 'know where a case stands' },
  start: { it: 'avviare una pratica', en: 'start a procedure' },
  documents: { it: 'consegnare o avere un documento', en: 'hand in or get a document' },
  information: { it: 'avere un’informazione', en: 'get information' },
  report: { it: 'segnalare un problema o un reclamo', en: 'report a problem or complain' },
  other: { it: 'altro', en: 'something else' },
};

export const outcomeWords: Record<ContactOutcome, Text> = {
  answered: { it: 'ha avuto la risposta', en: 'had the answer' },
  filed: { it: 'ha presentato una richiesta', en: 'filed a request' },
  handedOn: { it: 'ne risponde l’ufficio competente', en: 'the competent office will answer' },
  referred: { it: 'va a un altro ente, con l’indirizzo giusto', en: 'goes to another body, with the right address' },
  unmet: { it: 'non è stato possibile', en: 'it was not possible' },
};

export const ratingWords: Record<Rating, Text> = {
  solved: { it: 'ha risolto', en: 'it is solved' },
  partly: { it: 'ha risolto in parte', en: 'it is solved in part' },
  unsolved: { it: 'non ha risolto', en: 'it is not solved' },
  notSaid: { it: 'non lo ha detto', en: 'did not say' },
};

/** The steps, with what each asks of who serves. */
export const stepWords: Record<ContactStep, { name: Text; asks: Text }> = {
  listened: {
    name: { it: 'Ascolto', en: 'Listening' },
    asks: { it: 'Che cosa chiede, con le sue parole.', en: 'What they ask, in their own words.' },
  },
  decoded: {
    name: { it: 'Bisogno', en: 'Need' },
    asks: {
      it: 'Di che cosa ha bisogno davvero, e quale servizio lo dà.',
      en: 'What is needed, and which service gives it.',
    },
  },
  delivered: {
    name: { it: 'Risposta', en: 'Answer' },
    asks: { it: 'Che cosa le hai detto o fatto.', en: 'What you said or did.' },
  },
  evaluated: {
    name: { it: 'Com’è andata', en: 'How it went' },
    asks: { it: 'Chiedilo prima dei saluti.', en: 'Ask before they leave.' },
  },
};

import type { Text } from './text.ts';

/** Conditions of a transition: a closed list, as data. Facts that an officer finds hold in every family; the others where their institute exists. */
export const factGuards = [
  'documentsComplete',
  'documentsIncomplete',
  'requirementsMet',
  'requirementsNotMet',
  'conditionsNeeded',
  'opinionsRequired',
  'opinionsNotRequired',
  'conferenzaRequired',
  'inspectionRequired',
  'inspectionNotRequired',
  'counterpartiesPresent',
  'counterpartiesAbsent',
  'paymentDue',
  'paymentNotDue',
  'paymentReceived',
  'applicantWithdraws',
  'sampled',
  'notSampled',
] as const;
export const termGuards = ['termNotExpired', 'termExpired'] as const;
/** Whether silence counts in the case at hand: see `exceptWhen` of `silenzioAssenso`. */
export const silenceGuards = ['silenceApplies', 'silenceExcluded'] as const;
export const suspensionGuards = ['suspensionUnused', 'suspensionUsed'] as const;
export const preavvisoGuards = ['preavvisoUnused', 'preavvisoDone'] as const;
export const windowGuards = ['controlWindowOpen', 'controlWindowExpired'] as const;
/** Whether the call of a ranking is open: its days say so. */
export const callGuards = ['noticeOpen', 'noticeClosed'] as const;
export const rankingGuards = ['objectionsReceived', 'objectionsAbsent', 'placeAvailable', 'placeNotAvailable'] as const;
export const noticeGuards = [...callGuards, ...rankingGuards] as const;

export type Guard =
  | (typeof factGuards)[number]
  | (typeof termGuards)[number]
  | (typeof silenceGuards)[number]
  | (typeof suspensionGuards)[number]
  | (typeof preavvisoGuards)[number]
  | (typeof windowGuards)[number]
  | (typeof noticeGuards)[number];

/** Read after "if" or "se". */
export const guardWords: Record<Guard, Text> = {
  documentsComplete: { it: 'la documentazione è completa', en: 'the documents are complete' },
  documentsIncomplete: { it: 'la documentazione non è completa', en: 'documents are missing' },
  requirementsMet: { it: 'i requisiti ci sono', en: 'the requirements are met' },
  requirementsNotMet: { it: 'i requisiti mancano', en: 'the requirements are not met' },
  conditionsNeeded: { it: 'servono prescrizioni', en: 'conditions are needed' },
  opinionsRequired: { it: 'serve un parere', en: 'an opinion is needed' },
  opinionsNotRequired: { it: 'non servono pareri', en: 'no opinion is needed' },
  conferenzaRequired: {
    it: 'servono gli atti di più amministrazioni',
    en: 'acts of several public bodies are needed',
  },
  inspectionRequired: { it: 'serve un sopralluogo', en: 'an inspection is needed' },
  inspectionNotRequired: { it: 'non serve un sopralluogo', en: 'no inspection is needed' },
  counterpartiesPresent: { it: 'ci sono controinteressati', en: 'third parties are concerned' },
  counterpartiesAbsent: { it: 'non ci sono controinteressati', en: 'no third party is concerned' },
  paymentDue: { it: 'c’è qualcosa da pagare', en: 'a payment is due' },
  paymentNotDue: { it: 'non c’è niente da pagare', en: 'no payment is due' },
  paymentReceived: { it: 'il pagamento è arrivato', en: 'the payment has arrived' },
  applicantWithdraws: { it: 'chi ha presentato la domanda vi rinuncia', en: 'the applicant withdraws' },
  sampled: { it: 'la pratica è nel campione da controllare', en: 'the case is in the sample to be checked' },
  notSampled: { it: 'la pratica non è nel campione da controllare', en: 'the case is not in the sample to be checked' },
  termNotExpired: { it: 'il termine non è scaduto', en: 'the term has not expired' },
  termExpired: { it: 'il termine è scaduto', en: 'the term has expired' },
  silenceApplies: { it: 'il silenzio vale assenso', en: 'silence is consent' },
  silenceExcluded: {
    it: 'il silenzio non vale assenso, per esempio per un vincolo',
    en: 'silence is no consent, for instance where protection applies',
  },
  suspensionUnused: { it: 'il termine non è ancora stato sospeso', en: 'the term has not yet been suspended' },
  suspensionUsed: { it: 'il termine è già stato sospeso una volta', en: 'the term has already been suspended once' },
  preavvisoUnused: {
    it: 'il preavviso di rigetto non è ancora stato dato',
    en: 'the refusal notice has not yet been given',
  },
  preavvisoDone: { it: 'il preavviso di rigetto è concluso', en: 'the refusal notice has run its course' },
  controlWindowOpen: { it: 'il tempo per il controllo non è finito', en: 'the time for control has not ended' },
  controlWindowExpired: { it: 'il tempo per il controllo è finito', en: 'the time for control has ended' },
  noticeOpen: { it: 'le iscrizioni sono aperte', en: 'the call is open' },
  noticeClosed: { it: 'le iscrizioni sono chiuse', en: 'the call is closed' },
  objectionsReceived: { it: 'sono arrivate osservazioni', en: 'objections have arrived' },
  objectionsAbsent: { it: 'non sono arrivate osservazioni', en: 'no objection has arrived' },
  placeAvailable: { it: 'c’è un posto', en: 'there is a place' },
  placeNotAvailable: { it: 'non c’è posto', en: 'there is no place' },
};

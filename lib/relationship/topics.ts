import type { Text } from '#lib/procedures/types/text.ts';

/** What people choose by, in the order in which they are asked. */
export const topics = ['needsYou', 'decision', 'deadline', 'progress', 'services'] as const;
export type Topic = (typeof topics)[number];

/** On unless somebody says otherwise; services that may interest somebody are told to nobody who did not ask. */
export const firstTopics: readonly Topic[] = ['needsYou', 'decision', 'deadline', 'progress'];

/** What cannot wait for a digest: a day is lost, or a term of theirs has begun. */
const urgent: readonly Topic[] = ['needsYou', 'decision', 'deadline'];
export const isUrgent = (topic: Topic): boolean => urgent.includes(topic);

/** What a case that somebody muted says no more outside their page: what waits for them and what is decided reaches them all the same. */
export const mutable: readonly Topic[] = ['deadline', 'progress'];

/** Why something is told of a case, the first before all others where one step brings several. */
export const caseReasons = [
  'yourTurn',
  'payment',
  'actionDue',
  'decided',
  'reopened',
  'attestation',
  'termDue',
  'termMoved',
  'termHeld',
  'termResumed',
  'substitute',
  'answered',
  'passedOn',
  'effective',
  'refund',
  'closed',
  'registered',
  'started',
  'moved',
  'told',
] as const;
export type CaseReason = (typeof caseReasons)[number];

const topicOfReason: Record<CaseReason, Topic> = {
  yourTurn: 'needsYou',
  payment: 'needsYou',
  actionDue: 'needsYou',
  decided: 'decision',
  reopened: 'decision',
  attestation: 'decision',
  termDue: 'deadline',
  termMoved: 'deadline',
  termHeld: 'progress',
  termResumed: 'progress',
  substitute: 'progress',
  answered: 'progress',
  passedOn: 'progress',
  effective: 'progress',
  refund: 'progress',
  closed: 'progress',
  started: 'progress',
  moved: 'progress',
  registered: 'progress',
  told: 'progress',
};

export const topicOf = (reason: CaseReason): Topic => topicOfReason[reason];

/** The more telling of two reasons. */
export const before = (one: CaseReason, other: CaseReason): boolean =>
  caseReasons.indexOf(one) < caseReasons.indexOf(other);

export const topicWords: Record<Topic, { name: Text; help: Text }> = {
  needsYou: {
    name: { it: 'Tocca a me', en: 'It is my turn' },
    help: {
      it: 'Documenti o pagamenti chiesti, e quanti giorni restano: 15, 5 e 1 giorno prima.',
      en: 'Documents or payments asked for, and how many days are left: 15, 5 and 1 day before.',
    },
  },
  decision: {
    name: { it: 'Decisioni', en: 'Decisions' },
    help: {
      it: 'La pratica è decisa, è attestato il silenzio, è riaperta.',
      en: 'The case is decided, silence is attested, it is opened again.',
    },
  },
  deadline: {
    name: { it: 'Termini', en: 'Terms' },
    help: {
      it: 'Il termine della risposta sta per finire, o è cambiato.',
      en: 'The term for the answer is about to end, or has changed.',
    },
  },
  progress: {
    name: { it: 'Avanzamento', en: 'Progress' },
    help: {
      it: 'La pratica va avanti, passa a un altro ufficio, si ferma o riprende.',
      en: 'The case moves on, goes to another office, stops or resumes.',
    },
  },
  services: {
    name: { it: 'Servizi che possono interessarmi', en: 'Services that may interest me' },
    help: {
      it: 'Un servizio nuovo negli ambiti che scegli qui sotto. Solo se lo chiedi.',
      en: 'A new service in the areas that you choose below. Only if you ask for it.',
    },
  },
};

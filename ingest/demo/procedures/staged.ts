import type { Persona } from '#lib/access/persona.ts';
import type { Behaviour } from './behaviour.ts';
import type { TypeCode } from './shares.ts';

/** A case placed by hand, so that every pile has something in it on whatever day the demonstration is loaded. */
export interface Staged {
  type: TypeCode;
  /** Before the day on which it is loaded; 0 is that day itself. */
  daysAgo: number;
  /** What is not by chance. */
  behaviour: Partial<Behaviour>;
  /** Of who can be tried out: the one who files, and the one for whom. */
  applicant?: Persona;
  by?: Persona;
}

const plain = {
  lacking: 'nothing',
  judgement: 'good',
  givesUpAt: null,
  liesAt: null,
  astray: false,
  pace: 'usual',
  rests: 0,
  reopens: false,
  substitute: false,
  conferenza: false,
  extends: false,
  sampled: false,
} as const satisfies Partial<Behaviour>;
const lies = (liesAt: string): Partial<Behaviour> => ({ ...plain, liesAt });

export const staged: readonly Staged[] = [
  // Past their term today.
  { type: 'occupazione-suolo-pubblico', daysAgo: 52, behaviour: lies('examination') },
  { type: 'occupazione-suolo-pubblico', daysAgo: 41, behaviour: lies('completenessCheck') },
  { type: 'certificato-destinazione-urbanistica', daysAgo: 47, behaviour: lies('examination') },
  { type: 'permesso-di-costruire', daysAgo: 118, behaviour: { ...lies('examination'), opinion: true } },
  { type: 'consultazione-archivio', daysAgo: 44, behaviour: lies('unitCheck') },
  { type: 'occupazione-suolo-48-ore', daysAgo: 39, behaviour: lies('examination') },
  { type: 'patrocinio', daysAgo: 40, behaviour: lies('examination') },
  { type: 'commercio-aree-pubbliche', daysAgo: 58, behaviour: { ...lies('examination'), substitute: true } },
  // Within the week.
  { type: 'occupazione-suolo-pubblico', daysAgo: 27, behaviour: lies('examination') },
  { type: 'scia-agibilita', daysAgo: 26, behaviour: lies('sciaControl') },
  { type: 'permesso-di-costruire', daysAgo: 86, behaviour: lies('examination') },
  { type: 'consultazione-archivio', daysAgo: 28, behaviour: lies('unitCheck') },
  {
    type: 'accesso-pratiche-edilizie',
    daysAgo: 25,
    behaviour: lies('examination'),
    applicant: 'cittadina',
    by: 'delegato',
  },
  { type: 'cambio-residenza', daysAgo: 42, behaviour: lies('dwellingCheck') },
  // Waiting for the party.
  { type: 'occupazione-suolo-pubblico', daysAgo: 10, behaviour: { ...plain, pace: 'fast', lacking: 'neverSent' } },
  { type: 'permesso-di-costruire', daysAgo: 18, behaviour: { ...plain, pace: 'fast', lacking: 'neverSent' } },
  {
    type: 'consultazione-archivio',
    daysAgo: 12,
    behaviour: { ...plain, pace: 'fast', lacking: 'neverSent' },
    applicant: 'cittadina',
  },
  {
    type: 'occupazione-suolo-pubblico',
    daysAgo: 16,
    behaviour: { ...plain, pace: 'fast', opinion: false, judgement: 'bad', observations: 'none' },
    applicant: 'impresa',
  },
  {
    type: 'scia-agibilita',
    daysAgo: 20,
    behaviour: { ...plain, pace: 'fast', judgement: 'conditions', lacking: 'neverSent' },
    applicant: 'impresa',
    by: 'delegato',
  },
  // In work.
  { type: 'occupazione-suolo-pubblico', daysAgo: 5, behaviour: plain, applicant: 'impresa' },
  { type: 'permesso-di-costruire', daysAgo: 9, behaviour: plain },
  { type: 'scia-agibilita', daysAgo: 6, behaviour: { ...plain, pace: 'slow' } },
  { type: 'consultazione-archivio', daysAgo: 3, behaviour: plain },
  { type: 'cambio-residenza', daysAgo: 8, behaviour: plain, applicant: 'cittadina' },
  { type: 'occupazione-suolo-48-ore', daysAgo: 3, behaviour: plain, applicant: 'cittadina' },
  { type: 'accesso-documentale', daysAgo: 7, behaviour: plain },
  // Just filed.
  { type: 'occupazione-suolo-pubblico', daysAgo: 0, behaviour: plain },
  { type: 'cambio-residenza', daysAgo: 0, behaviour: plain },
  { type: 'accesso-pratiche-edilizie', daysAgo: 0, behaviour: plain },
  { type: 'consultazione-archivio', daysAgo: 0, behaviour: plain },
  { type: 'permesso-di-costruire', daysAgo: 0, behaviour: plain },
  { type: 'occupazione-suolo-48-ore', daysAgo: 0, behaviour: plain, applicant: 'impresa' },
  // Ended, with everything that an end can bring.
  {
    type: 'permesso-di-costruire',
    daysAgo: 160,
    behaviour: { ...lies('examination'), attestation: true, closesAfter: 20 },
  },
  {
    type: 'permesso-di-costruire',
    daysAgo: 230,
    behaviour: { ...plain, judgement: 'bad', observations: 'vain', opinion: false },
  },
  { type: 'scia-agibilita', daysAgo: 210, behaviour: { ...plain, judgement: 'bad', pace: 'fast', closesAfter: null } },
  {
    type: 'scia-agibilita',
    daysAgo: 300,
    behaviour: { ...plain, judgement: 'conditions', lacking: 'sent', pace: 'fast' },
  },
  {
    type: 'scia-agibilita',
    daysAgo: 250,
    behaviour: { ...plain, judgement: 'conditions', lacking: 'neverSent', pace: 'fast' },
  },
  {
    type: 'cambio-residenza',
    daysAgo: 180,
    behaviour: { ...plain, judgement: 'bad', observations: 'vain', pace: 'fast' },
  },
  {
    type: 'occupazione-suolo-pubblico',
    daysAgo: 190,
    behaviour: { ...plain, judgement: 'bad', observations: 'none', opinion: false, reopens: true, closesAfter: 10 },
  },
  { type: 'accesso-documentale', daysAgo: 140, behaviour: { ...plain, lacking: 'neverSent' } },
  { type: 'consultazione-archivio', daysAgo: 150, behaviour: { ...plain, judgement: 'bad', observations: 'vain' } },
  { type: 'consultazione-archivio', daysAgo: 35, behaviour: { ...plain, pace: 'fast', closesAfter: null } },
  {
    type: 'occupazione-suolo-pubblico',
    daysAgo: 40,
    behaviour: { ...plain, pace: 'fast', payment: true, closesAfter: null },
  },
  {
    type: 'permesso-di-costruire',
    daysAgo: 100,
    behaviour: { ...plain, pace: 'fast', closesAfter: null, opinion: false },
  },
  {
    type: 'commercio-aree-pubbliche',
    daysAgo: 200,
    behaviour: { ...lies('examination'), substitute: true, closesAfter: 15 },
  },
  { type: 'patrocinio', daysAgo: 120, behaviour: { ...plain, givesUpAt: 'examination' } },
  // Granted to a scholar, who reads by a permit.
  {
    type: 'consultazione-riservata',
    daysAgo: 170,
    behaviour: { ...plain, pace: 'fast', closesAfter: 9 },
    applicant: 'cittadina',
  },
  {
    type: 'consultazione-deposito',
    daysAgo: 95,
    behaviour: { ...plain, pace: 'fast', closesAfter: null },
    applicant: 'cittadina',
  },
  // A scholar from abroad, known by her e-mail address alone.
  {
    type: 'consultazione-archivio',
    daysAgo: 13,
    behaviour: { ...plain, pace: 'fast', lacking: 'neverSent' },
    applicant: 'studiosa',
  },
  { type: 'consultazione-archivio', daysAgo: 4, behaviour: lies('unitCheck'), applicant: 'studiosa' },
  {
    type: 'consultazione-archivio',
    daysAgo: 75,
    behaviour: { ...plain, pace: 'fast', closesAfter: null },
    applicant: 'studiosa',
  },
  {
    type: 'consultazione-riservata',
    daysAgo: 120,
    behaviour: { ...plain, pace: 'fast', closesAfter: null },
    applicant: 'studiosa',
  },
  // A term that a conferenza di servizi holds, or that was extended.
  { type: 'permesso-di-costruire', daysAgo: 34, behaviour: { ...lies('conferenza'), pace: 'fast', conferenza: true } },
  {
    type: 'permesso-di-costruire',
    daysAgo: 270,
    behaviour: { ...plain, pace: 'fast', conferenza: true, closesAfter: 12 },
  },
  {
    type: 'permesso-di-costruire',
    daysAgo: 130,
    behaviour: { ...plain, conferenza: true, extends: true },
  },
  { type: 'permesso-di-costruire', daysAgo: 48, behaviour: { ...lies('decision'), opinion: false, extends: true } },
  // A communication in every state.
  { type: 'cila', daysAgo: 0, behaviour: plain },
  { type: 'cila', daysAgo: 3, behaviour: lies('completenessCheck') },
  { type: 'cila', daysAgo: 14, behaviour: { ...plain, pace: 'fast', lacking: 'neverSent' } },
  { type: 'cila', daysAgo: 22, behaviour: { ...lies('sampleCheck'), sampled: true } },
  {
    type: 'cila',
    daysAgo: 33,
    behaviour: { ...lies('siteInspection'), pace: 'fast', sampled: true, inspection: true },
  },
  { type: 'cila', daysAgo: 60, behaviour: { ...lies('irregularityNotice'), sampled: true, judgement: 'bad' } },
  { type: 'cila', daysAgo: 40, behaviour: { ...plain, pace: 'fast', closesAfter: null } },
  { type: 'cila', daysAgo: 95, behaviour: { ...plain, givesUpAt: 'completenessCheck', closesAfter: 9 } },
  { type: 'cila', daysAgo: 120, behaviour: { ...plain, sampled: true, inspection: true, closesAfter: 15 } },
  { type: 'cila', daysAgo: 150, behaviour: { ...plain, sampled: true, judgement: 'bad', closesAfter: null } },
  { type: 'cila', daysAgo: 180, behaviour: { ...plain, lacking: 'sent', closesAfter: 12 } },
  { type: 'cila', daysAgo: 220, behaviour: { ...plain, lacking: 'neverSent', closesAfter: 20 } },
  // What the office begins by itself, in every state.
  { type: 'cancellazione-irreperibilita', daysAgo: 0, behaviour: plain },
  { type: 'cancellazione-irreperibilita', daysAgo: 6, behaviour: lies('startNotice') },
  { type: 'cancellazione-irreperibilita', daysAgo: 18, behaviour: lies('dwellingCheck') },
  { type: 'cancellazione-irreperibilita', daysAgo: 45, behaviour: { ...lies('participation'), pace: 'fast' } },
  { type: 'cancellazione-irreperibilita', daysAgo: 175, behaviour: { ...lies('examination'), observations: 'none' } },
  { type: 'cancellazione-irreperibilita', daysAgo: 205, behaviour: { ...lies('examination'), observations: 'vain' } },
  { type: 'cancellazione-irreperibilita', daysAgo: 150, behaviour: { ...lies('measure'), observations: 'none' } },
  {
    type: 'cancellazione-irreperibilita',
    daysAgo: 240,
    behaviour: { ...plain, lacking: 'sent', observations: 'none', closesAfter: 14 },
  },
  {
    type: 'cancellazione-irreperibilita',
    daysAgo: 260,
    behaviour: { ...plain, observations: 'vain', closesAfter: null },
  },
  {
    type: 'cancellazione-irreperibilita',
    daysAgo: 290,
    behaviour: { ...plain, observations: 'convincing', closesAfter: 10 },
  },
  { type: 'cancellazione-irreperibilita', daysAgo: 330, behaviour: { ...plain, judgement: 'bad', closesAfter: 18 } },
];

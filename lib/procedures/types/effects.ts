import type { Text } from './text.ts';

/** What a transition brings about: a closed list, as data. The engine does it; here it is only named. */
export const commonEffects = [
  'communicateStart',
  'makeEffective',
  'notify:applicant',
  'notify:counterparties',
  'notify:otherBodies',
  'publish:alboPretorio',
  'requestPayment',
  'refund',
] as const;
export const clockEffects = ['startClock', 'stopClock'] as const;
/** Suspensions of an application's term: L. 241/1990 art. 2 c. 7 and arts. 14 ff. */
export const suspensionEffects = ['suspend:art2c7', 'suspend:conferenza', 'resumeClock'] as const;
/** L. 241/1990 art. 10-bis. */
export const preavvisoEffects = ['suspend:art10bis', 'resumeClock'] as const;
/** An access request with gaps: its term begins anew when they are filled. */
export const regularisationEffects = ['interrupt:regularisation', 'restartClock'] as const;
/** L. 241/1990 art. 19 c. 3: the reasoned act interrupts the control, which begins anew when the party says it has conformed. */
export const sciaEffects = ['interrupt:art19c3', 'restartClock'] as const;

export type Effect =
  | (typeof commonEffects)[number]
  | (typeof clockEffects)[number]
  | (typeof suspensionEffects)[number]
  | (typeof preavvisoEffects)[number]
  | (typeof regularisationEffects)[number]
  | (typeof sciaEffects)[number];

export const effectWords: Record<Effect, Text> = {
  communicateStart: { it: 'si comunica l’avvio del procedimento', en: 'the start of the procedure is communicated' },
  makeEffective: { it: 'la dichiarazione ha effetto', en: 'the declaration takes effect' },
  'notify:applicant': { it: 'si avvisa l’interessato', en: 'the person concerned is told' },
  'notify:counterparties': { it: 'si avvisano i controinteressati', en: 'third parties concerned are told' },
  'notify:otherBodies': { it: 'si avvisano gli altri enti', en: 'the other bodies are told' },
  'publish:alboPretorio': { it: 'si pubblica all’albo pretorio', en: 'it is published on the municipal notice board' },
  requestPayment: { it: 'si chiede il pagamento', en: 'payment is asked for' },
  refund: { it: 'si rimborsa quanto pagato', en: 'what was paid is refunded' },
  startClock: { it: 'il termine comincia', en: 'the term begins' },
  stopClock: { it: 'il termine finisce', en: 'the term ends' },
  'suspend:art2c7': {
    it: 'il termine si sospende, L. 241/1990, art. 2, c. 7',
    en: 'the term is suspended, L. 241/1990, art. 2, c. 7',
  },
  'suspend:conferenza': {
    it: 'il termine si sospende per la conferenza di servizi',
    en: 'the term is suspended for the conferenza di servizi',
  },
  'suspend:art10bis': {
    it: 'il termine si sospende, L. 241/1990, art. 10-bis',
    en: 'the term is suspended, L. 241/1990, art. 10-bis',
  },
  resumeClock: { it: 'il termine riprende', en: 'the term resumes' },
  'interrupt:art19c3': {
    it: 'il tempo per il controllo si interrompe, L. 241/1990, art. 19, c. 3',
    en: 'the time for control is interrupted, L. 241/1990, art. 19, c. 3',
  },
  'interrupt:regularisation': {
    it: 'il termine si interrompe finché la richiesta non è corretta',
    en: 'the term is interrupted until the request is corrected',
  },
  restartClock: { it: 'il termine ricomincia da capo', en: 'the term begins anew' },
};

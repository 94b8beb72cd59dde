import type { Language } from './language.ts';

export interface FailureWords {
  title: string;
  text: string;
  /** Before the number. */
  report: string;
  /** Before the address of whom to tell. */
  contact: string;
  feedback: string;
  again: string;
  home: string;
  claim: string;
}

/** Words of the error page. Apart from the dictionaries, because that page is also drawn in the browser, which carries none. */
export const failureWords: Record<Language, FailureWords> = {
  it: {
    title: 'Qualcosa non ha funzionato',
    text: 'L’errore è nostro. Di solito basta riprovare tra qualche minuto.',
    report: 'È stato registrato con il numero',
    contact: 'Se si ripete, lo si può segnalare citando il numero a',
    feedback: 'Segnalazioni',
    again: 'Riprova',
    home: 'Vai alla pagina iniziale',
    claim: 'Archivi di Padova',
  },
  en: {
    title: 'Something went wrong',
    text: 'The fault is ours. Trying again in a few minutes usually helps.',
    report: 'It has been recorded under the number',
    contact: 'If it happens again, please report it with the number to',
    feedback: 'Feedback',
    again: 'Try again',
    home: 'Go to the home page',
    claim: 'Archives of Padua',
  },
};

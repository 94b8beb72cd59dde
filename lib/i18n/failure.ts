import type { Language } from './language.ts';

/** Words of the error page. Apart from the dictionaries, because that page is drawn in the browser, which carries none. */
export const failureWords: Record<
  Language,
  { title: string; text: string; number: string; again: string; home: string }
> = {
  it: {
    title: 'Qualcosa non ha funzionato',
    text: 'L’errore è nostro ed è stato registrato. Riprovare tra poco spesso basta; se si ripete, si può segnalarlo citando il numero qui sotto.',
    number: 'Numero dell’errore',
    again: 'Riprova',
    home: 'Vai alla pagina iniziale',
  },
  en: {
    title: 'Something went wrong',
    text: 'The fault is ours and has been recorded. Trying again shortly often helps; if it happens again, please report it with the number below.',
    number: 'Error number',
    again: 'Try again',
    home: 'Go to the home page',
  },
};

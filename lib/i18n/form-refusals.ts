import type { Language } from './language.ts';

/** Why a whole form with files was not read. */
export type FormRefusal = 'tooLong' | 'tooMuch' | 'notAllowed' | 'signIn' | 'unreadable' | 'busy';

/** Words of the page that says so. Apart from the dictionaries, because it is answered before any page is drawn. */
export const formRefusals: Record<Language, Record<FormRefusal, { title: string; text: string }>> = {
  it: {
    tooLong: {
      title: 'I documenti sono troppo grandi',
      text: 'Insieme superano 1 GB, che è il massimo per un invio. Torna indietro (quello che hai scritto è ancora nel modulo) e invia meno documenti per volta.',
    },
    tooMuch: {
      title: 'Il modulo è troppo lungo',
      text: 'Contiene più testo o più documenti (al massimo 60) di quanti se ne possano inviare in una volta. Torna indietro e invia meno per volta.',
    },
    notAllowed: {
      title: 'Qui non puoi aggiungere documenti',
      text: 'La pratica è di un altro ufficio, è chiusa, o il tuo ruolo non lo permette. Nessun documento è stato letto né conservato.',
    },
    signIn: {
      title: 'La sessione è finita',
      text: 'Accedi di nuovo, torna al modulo (quello che hai scritto è ancora lì) e invialo un’altra volta. Nessun documento è stato conservato.',
    },
    unreadable: {
      title: 'Il modulo non si legge',
      text: 'È arrivato incompleto o rovinato, e niente è stato conservato. Torna indietro e invialo di nuovo.',
    },
    busy: {
      title: 'Ci sono già altri invii in corso',
      text: 'Ne hai già tre, o il sito ne sta ricevendo molti. Aspetta che finiscano, torna indietro (quello che hai scritto è ancora nel modulo) e invia di nuovo.',
    },
  },
  en: {
    tooLong: {
      title: 'The documents are too large',
      text: 'Together they exceed 1 GB, the most for one sending. Go back (what you wrote is still in the form) and send fewer documents at a time.',
    },
    tooMuch: {
      title: 'The form is too long',
      text: 'It holds more text or more documents (60 at most) than can be sent at once. Go back and send less at a time.',
    },
    notAllowed: {
      title: 'You cannot add documents here',
      text: 'The case belongs to another office, is closed, or your role does not allow it. No document was read or kept.',
    },
    signIn: {
      title: 'The session is over',
      text: 'Sign in again, go back to the form (what you wrote is still there) and send it once more. No document was kept.',
    },
    unreadable: {
      title: 'The form cannot be read',
      text: 'It arrived incomplete or damaged, and nothing was kept. Go back and send it again.',
    },
    busy: {
      title: 'Other sendings are under way',
      text: 'You have three already, or the site is receiving many. Wait until they end, go back (what you wrote is still in the form) and send it again.',
    },
  },
};

export const backWords: Record<Language, { back: string; signIn: string; home: string; claim: string }> = {
  it: { back: 'Torna al modulo', signIn: 'Accedi', home: 'Vai alla pagina iniziale', claim: 'Archivi di Padova' },
  en: { back: 'Back to the form', signIn: 'Sign in', home: 'Go to the home page', claim: 'Archives of Padua' },
};

/** What stands over a form whose session has ended, and which holds what was typed. */
export const heldFormWords: Record<Language, Record<'title' | 'text' | 'signIn' | 'send', string>> = {
  it: {
    title: 'La sessione è finita: non è stato inviato niente',
    text: 'Quello che hai scritto è in questa pagina. Accedi di nuovo in un’altra scheda, poi torna qui e premi «Invia di nuovo». I documenti li sceglierai un’altra volta.',
    signIn: 'Accedi in un’altra scheda',
    send: 'Invia di nuovo',
  },
  en: {
    title: 'The session is over: nothing was sent',
    text: 'What you wrote is in this page. Sign in again in another tab, then come back here and press "Send again". Documents have to be chosen once more.',
    signIn: 'Sign in in another tab',
    send: 'Send again',
  },
};

import type { AuthWords } from '#lib/iiif/auth/auth-answers.ts';
import type { Text } from '#lib/procedures/types/text.ts';

/** What viewers of others say of images that are not for everybody. */
export const imageAccess: AuthWords = {
  label: { it: 'Accedi per vedere le immagini', en: 'Sign in to see the images' },
  heading: { it: 'Immagini riservate', en: 'Reserved images' },
  note: {
    it: 'Questi documenti non sono ancora consultabili: li vede chi ha un permesso di lettura.',
    en: 'These documents may not be consulted yet: who has a permit to read sees them.',
  },
  confirm: { it: 'Accedi', en: 'Sign in' },
  logout: { it: 'Esci', en: 'Sign out' },
  refused: { it: 'Immagine riservata', en: 'Reserved image' },
  refusedNote: {
    it: 'Per vederla serve un permesso di lettura che valga oggi. Si chiede all’archivio, dalla pagina dell’unità.',
    en: 'To see it a permit to read is needed that is good today. It is asked of the archive, on the page of the unit.',
  },
};

/** What our own pages of it say. */
export const imageAccessPages = {
  claim: { it: 'Archivi di Padova', en: 'Archives of Padua' },
  given: { it: 'Puoi vedere le immagini', en: 'You can see the images' },
  givenText: {
    it: 'Questa finestra si può chiudere: il visualizzatore da cui vieni mostra le immagini.',
    en: 'This window can be closed: the viewer that you came from shows the images.',
  },
  asked: {
    it: 'Un altro sito chiede di mostrarti immagini riservate',
    en: 'Another site asks to show you reserved images',
  },
  askedText: {
    it: 'Se consenti, {origin} può mostrarti per un’ora le immagini che qui vedi perché hai fatto accesso. Non gli viene detto chi sei. Se non conosci quel sito, chiudi questa finestra.',
    en: 'If you allow it, {origin} can show you for an hour the images that you see here because you are signed in. It is not told who you are. If you do not know that site, close this window.',
  },
  allow: { it: 'Consenti', en: 'Allow' },
  over: { it: 'Sei uscito', en: 'You are signed out' },
  overText: {
    it: 'I visualizzatori non mostrano più le immagini riservate. Dal sito si esce a parte.',
    en: 'Viewers no longer show the reserved images. Of the site itself one signs out apart.',
  },
  leave: { it: 'Esci dal sito', en: 'Sign out of the site' },
} satisfies Record<string, Text>;

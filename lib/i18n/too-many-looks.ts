import type { Language } from './language.ts';

/** Words for who asked for too many cases that are none of theirs. Apart from the dictionaries, because it is answered before any page is drawn. */
export const tooManyLooks: Record<Language, { title: string; text: string; mine: string; claim: string }> = {
  it: {
    title: 'Troppi indirizzi che non portano a una tua pratica',
    text: 'Riprova fra qualche minuto. Le tue pratiche restano aperte: le trovi nella tua pagina.',
    mine: 'Vai a Mia Pagina',
    claim: 'Archivi di Padova',
  },
  en: {
    title: 'Too many addresses that lead to no case of yours',
    text: 'Try again in a few minutes. Your own cases stay open: you find them on your page.',
    mine: 'Go to My page',
    claim: 'Archives of Padua',
  },
};

import type { MessageKey } from '#lib/i18n/translate.ts';

/** A room of Mia Pagina. */
export interface MineDoor {
  path: string;
  name: MessageKey;
}

/** The rooms of Mia Pagina, in the order of what people come for. */
export const mineDoors: readonly MineDoor[] = [
  { path: '/mia-pagina', name: 'own.door.home' },
  { path: '/mia-pagina/pratiche', name: 'own.door.cases' },
  { path: '/mia-pagina/messaggi', name: 'talk.title' },
  { path: '/mia-pagina/deleghe', name: 'own.door.delegations' },
  { path: '/mia-pagina/contatti', name: 'own.door.contacts' },
  { path: '/mia-pagina/profilo', name: 'own.door.profile' },
  { path: '/mia-pagina/preferenze', name: 'preferences.short' },
  { path: '/mia-pagina/accessi', name: 'own.door.looks' },
  { path: '/mia-pagina/dati', name: 'own.door.data' },
];

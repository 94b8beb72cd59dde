import type { ProcedureType } from './procedure-type.ts';
import type { Text } from './text.ts';

/** What people come for: the themes by which services are listed, in the order of the list. */
export const themes = [
  'homeAndBuilding',
  'publicGround',
  'peopleAndFamily',
  'business',
  'documentsAndArchives',
  'eventsAndAssociations',
  'other',
] as const;
export type Theme = (typeof themes)[number];

export const themeWords: Record<Theme, Text> = {
  homeAndBuilding: { it: 'Casa ed edilizia', en: 'Home and building' },
  publicGround: { it: 'Suolo pubblico', en: 'Public ground' },
  peopleAndFamily: { it: 'Persona e famiglia', en: 'People and family' },
  business: { it: 'Imprese e commercio', en: 'Business and trade' },
  documentsAndArchives: { it: 'Documenti e archivi', en: 'Documents and archives' },
  eventsAndAssociations: { it: 'Eventi e associazioni', en: 'Events and associations' },
  other: { it: 'Altri servizi', en: 'Other services' },
};

/** Titles of the titolario for municipalities, by what citizens look for under them. */
const byTitle: Partial<Record<string, Theme>> = {
  IV: 'publicGround',
  VI: 'homeAndBuilding',
  VII: 'peopleAndFamily',
  VIII: 'business',
  X: 'peopleAndFamily',
  XI: 'peopleAndFamily',
};

/** General administration holds what is not alike: its classes decide. */
const byClass: Partial<Record<string, Theme>> = {
  'I.6': 'documentsAndArchives',
  'I.8': 'documentsAndArchives',
  'I.13': 'eventsAndAssociations',
};

/** The theme follows from where the fascicoli of a type are classified: no second classification to keep in step. */
export const themeOf = ({ titolario }: Pick<ProcedureType, 'titolario'>): Theme =>
  byClass[`${titolario.title}.${titolario.class}`] ?? byTitle[titolario.title] ?? 'other';

/** Types by theme, in the order of the themes and then of their titles; a theme without types is not there. */
export function groupByTheme(
  types: readonly ProcedureType[],
  language: keyof Text,
): { theme: Theme; types: ProcedureType[] }[] {
  const order = new Intl.Collator(language);
  return themes
    .map((theme) => ({
      theme,
      types: types
        .filter((type) => themeOf(type) === theme)
        .toSorted((a, b) => order.compare(a.title[language], b.title[language])),
    }))
    .filter((group) => group.types.length > 0);
}

import type { Text } from '#lib/procedures/types/text.ts';

/** The kinds of aggregation of AgID's Allegato 5 that are a fascicolo. Only `procedimento` has a clock, and only filing a request opens one. */
export const fascicoloKinds = ['affare', 'attivita', 'personaFisica', 'personaGiuridica', 'procedimento'] as const;
export type FascicoloKind = (typeof fascicoloKinds)[number];

/** Those that somebody opens by hand. */
export const openedByHand = ['affare', 'attivita', 'personaFisica', 'personaGiuridica'] as const;
export type HandKind = (typeof openedByHand)[number];

/** Names of the kinds. */
export const kindWords: Record<FascicoloKind, Text> = {
  affare: { it: 'Affare', en: 'Affair' },
  attivita: { it: 'Attività', en: 'Activity' },
  personaFisica: { it: 'Persona fisica', en: 'Natural person' },
  personaGiuridica: { it: 'Persona giuridica', en: 'Legal person' },
  procedimento: { it: 'Procedimento amministrativo', en: 'Administrative procedure' },
};

/** Names of the series that hold them, after the class. */
export const seriesWords: Record<FascicoloKind, string> = {
  affare: 'fascicoli per affare',
  attivita: 'fascicoli per attività',
  personaFisica: 'fascicoli di persone fisiche',
  personaGiuridica: 'fascicoli di persone giuridiche',
  procedimento: 'fascicoli di procedimento',
};

/** Files of a person gather what concerns it across classes and may be divided. */
export const isOfPerson = (kind: FascicoloKind): boolean => kind === 'personaFisica' || kind === 'personaGiuridica';

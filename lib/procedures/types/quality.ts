import { z } from 'zod';
import { sourceSchema, textSchema } from './text.ts';
import type { Text } from './text.ts';

/** Indicators computed from the events of cases; net is net of suspensions, gross is from receipt to decision (GU 29-11-2021, 21A07051). */
export const indicators = [
  'onTimeNet',
  'meanDurationGross',
  'medianDurationGross',
  'p90DurationGross',
  'arretrato',
  'startDelay',
  'activityAdherence',
  'suspensions',
  'integrationRequests',
  'preavvisoReversals',
  'silences',
  'substituteRequests',
  'onlineFiling',
  'contactsPerCase',
  'satisfaction',
] as const;
export type Indicator = (typeof indicators)[number];

export const indicatorWords: Record<Indicator, Text> = {
  onTimeNet: {
    it: 'Conclusi nel termine, al netto delle sospensioni',
    en: 'Concluded within the term, net of suspensions',
  },
  meanDurationGross: { it: 'Durata media effettiva', en: 'Mean effective duration' },
  medianDurationGross: { it: 'Durata mediana effettiva', en: 'Median effective duration' },
  p90DurationGross: { it: 'Durata entro cui si conclude il 90%', en: 'Duration within which 90% are concluded' },
  arretrato: { it: 'Arretrato: non conclusi nel termine', en: 'Backlog: not concluded within the term' },
  startDelay: { it: 'Ritardo nella ricevuta o nell’avvio', en: 'Delay of receipt or start' },
  activityAdherence: { it: 'Attività svolte nel tempo previsto', en: 'Activities done within their norm' },
  suspensions: { it: 'Sospensioni: numero e giorni medi', en: 'Suspensions: number and mean days' },
  integrationRequests: { it: 'Domande a cui mancava qualcosa', en: 'Applications with something missing' },
  preavvisoReversals: { it: 'Preavvisi di rigetto seguiti da accoglimento', en: 'Refusal notices followed by a grant' },
  silences: { it: 'Conclusi per silenzio', en: 'Concluded by silence' },
  substituteRequests: { it: 'Richieste al titolare del potere sostitutivo', en: 'Requests to the substitute' },
  onlineFiling: { it: 'Presentate in linea', en: 'Filed online' },
  contactsPerCase: { it: 'Contatti per pratica', en: 'Contacts per case' },
  satisfaction: { it: 'Soddisfazione di chi ha chiesto', en: 'Satisfaction of those who asked' },
};

export const quality = {
  indicators: z.array(z.enum(indicators)).min(1),
  /** A standard is a figure promised for an indicator of the list above. */
  standards: z.array(
    z.strictObject({
      indicator: z.enum(indicators),
      direction: z.enum(['atLeast', 'atMost']),
      value: z.number(),
      unit: z.enum(['percent', 'days', 'number', 'score']),
      note: textSchema.optional(),
      source: sourceSchema,
    }),
  ),
};

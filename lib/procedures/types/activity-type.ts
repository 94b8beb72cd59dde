import { z } from 'zod';
import { paymentMoments } from './fees.ts';
import { factGuards } from './guards.ts';
import { normSchema } from './term.ts';
import { nameSchema, sourceSchema, textSchema } from './text.ts';
import type { Text } from './text.ts';

/** The phases of AgID's metadata for files (Linee guida sul documento informatico, Allegato 5), by their Italian names. */
export const activityPhases = [
  'preparatoria',
  'istruttoria',
  'consultiva',
  'decisoria',
  'integrazioneDellEfficacia',
] as const;
export type ActivityPhase = (typeof activityPhases)[number];

export const phaseWords: Record<ActivityPhase, Text> = {
  preparatoria: { it: 'Fase preparatoria', en: 'Preparation' },
  istruttoria: { it: 'Fase istruttoria', en: 'Examination' },
  consultiva: { it: 'Fase consultiva', en: 'Consultation' },
  decisoria: { it: 'Fase decisoria', en: 'Decision' },
  integrazioneDellEfficacia: { it: 'Integrazione dell’efficacia', en: 'Taking effect' },
};

export const actors = [
  'applicant',
  'counterparty',
  'frontOffice',
  'protocollo',
  'officer',
  'responsible',
  'decidingOffice',
  'otherOffice',
  'otherBody',
  'commission',
  'poliziaLocale',
  'archivist',
  'system',
] as const;
export type Actor = (typeof actors)[number];

export const actorWords: Record<Actor, Text> = {
  applicant: { it: 'L’interessato', en: 'The person concerned' },
  counterparty: { it: 'Controinteressato', en: 'Third party concerned' },
  frontOffice: { it: 'Sportello', en: 'Front office' },
  protocollo: { it: 'Protocollo generale', en: 'Registry (protocollo)' },
  officer: { it: 'Ufficio che istruisce', en: 'Officer in charge' },
  responsible: { it: 'Responsabile del procedimento', en: 'Person responsible for the procedure' },
  decidingOffice: { it: 'Ufficio competente per il provvedimento finale', en: 'Deciding office' },
  otherOffice: { it: 'Altro ufficio del Comune', en: 'Another office of the municipality' },
  otherBody: { it: 'Altro ente', en: 'Another body' },
  commission: { it: 'Commissione', en: 'Committee' },
  poliziaLocale: { it: 'Polizia locale', en: 'Local police' },
  archivist: { it: 'Archivista', en: 'Archivist' },
  system: { it: 'Il sistema', en: 'The system' },
};

/** An elementary activity, normalised once and used by every type that needs it. */
export const activityTypeSchema = z.strictObject({
  code: nameSchema,
  name: textSchema,
  /** What the button says. */
  verb: textSchema,
  phase: z.enum(activityPhases),
  mode: z.enum(['automatic', 'desk', 'onSite', 'meeting', 'waiting']),
  actor: z.enum(actors),
  norm: normSchema,
  normSource: sourceSchema.optional(),
  /** What the citizen reads while the activity runs. Absent, `checkGraph` says so for each type that uses it. */
  citizenText: textSchema.optional(),
  notify: z.enum(['none', 'informative', 'legal']),
  actionRequired: z.strictObject({ what: textSchema, within: normSchema }).optional(),
  /** Documents that the activity makes or cannot end without. */
  documents: z.array(textSchema).default([]),
  checklist: z
    .array(
      z.strictObject({
        item: textSchema,
        required: z.boolean(),
        /** Findings with which it cannot be so: who finds documents missing cannot tick that all are there. */
        unless: z.array(z.enum(factGuards)).default([]),
      }),
    )
    .default([]),
  /** The fees of the type that are asked for or checked here; amount, reason and refund are the type's own. */
  payment: z.enum(paymentMoments).optional(),
});
export type ActivityType = z.infer<typeof activityTypeSchema>;

export const activityCatalogueSchema = z.strictObject({ activities: z.array(activityTypeSchema).min(1) });
export type ActivityCatalogue = ReadonlyMap<string, ActivityType>;

export const catalogueOf = (list: z.infer<typeof activityCatalogueSchema>): ActivityCatalogue =>
  new Map(list.activities.map((activity) => [activity.code, activity]));

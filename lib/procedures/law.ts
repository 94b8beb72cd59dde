import { z } from 'zod';
import type { Day } from './day.ts';
import { type Source, sourceSchema } from './source.ts';
import { areInOrder, inForce, type Validity, validitySchema } from './validity.ts';

/** Every figure of law that a term is made of. Their values are dated data (`schemas/procedures/law.yaml`), never constants. */
export const lawKeys = [
  'conclusionDefaultDays',
  'conclusionCapDays',
  'conclusionComplexCapDays',
  'art2c7SuspensionMaxDays',
  'art2c7SuspensionTimes',
  'preavvisoDiRigettoObservationDays',
  'preavvisoDiRigettoRestartDays',
  'potereSostitutivoDivisor',
  'indennizzoEuroPerDay',
  'indennizzoMaxEuro',
  'indennizzoRequestDays',
  'parereDays',
  'assensoTraAmministrazioniDays',
  'assensoTraAmministrazioniTutelaDays',
  'conferenzaIntegrationRequestDays',
  'conferenzaDays',
  'conferenzaTutelaDays',
  'sciaControlDays',
  'sciaEdiliziaControlDays',
  'sciaConformationMinDays',
  'silenzioAssensoAttestationDays',
  'annullamentoDUfficioMonths',
  'accessoDocumentaleDays',
  'accessoDocumentaleAppealDays',
  'accessoDocumentaleCounterpartyDays',
  'accessoDocumentaleIrregularityDays',
  'accessoCivicoDays',
  'accessoCivicoCounterpartyDays',
  'accessoCivicoReviewDays',
  'accessoCivicoGaranteDays',
  'residenzaDeclarationDays',
  'residenzaRegistrationWorkingDays',
  'residenzaVerificationDays',
  'registroGiornalieroWorkingDays',
  'permessoDiCostruireIstruttoriaDays',
  'permessoDiCostruireDecisionDays',
  'permessoDiCostruireIntegrationRequestDays',
  'certificatoDestinazioneUrbanisticaDays',
  'ricorsoTarDays',
  'ricorsoStraordinarioDays',
  'ricorsoPrefettoDays',
  'compiutaGiacenzaDays',
  'sendDigitalDays',
  'sendUndeliveredDays',
  'sendPaperDays',
] as const;
export type LawKey = (typeof lawKeys)[number];

export const lawUnits = ['days', 'workingDays', 'months', 'times', 'divisor', 'euro'] as const;

const figureSchema = z.strictObject({
  unit: z.enum(lawUnits),
  values: z
    .array(validitySchema.extend({ value: z.int().min(1), source: sourceSchema }).strict())
    .min(1)
    .refine(areInOrder, 'periods must follow one another'),
});

/** Figures that are terms, by their name. */
export type TermKey = Extract<LawKey, `${string}Days`>;

export const lawSchema = z.strictObject({
  figures: z
    .record(z.enum(lawKeys), figureSchema)
    .refine(
      (figures) => lawKeys.every((key) => key.endsWith('Days') === figures[key].unit.toLowerCase().endsWith('days')),
      'a figure named for days is one of days, and no other is',
    ),
});
export type Law = z.infer<typeof lawSchema>;

export interface Parameter extends Validity {
  key: LawKey;
  unit: (typeof lawUnits)[number];
  value: number;
  source: Source;
}

/** The figure in force on a day, with the article that sets it; null when none is known for that day. */
export function parameterOn(law: Law, key: LawKey, day: Day): Parameter | null {
  const { unit, values } = law.figures[key];
  const value = values.find((one) => inForce(one, day));
  return value ? { ...value, key, unit } : null;
}

/** A figure that was wanted for a day on which no rule is known: the answer is left to a person. */
export interface NoLawInForce {
  kind: 'noLawInForce';
  key: LawKey;
  on: Day;
}

export const noLaw = (key: LawKey, on: Day): NoLawInForce => ({ kind: 'noLawInForce', key, on });

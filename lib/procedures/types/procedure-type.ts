import { z } from 'zod';
import { checkReferences } from './check-references.ts';
import {
  applicationFamily,
  communicationFamily,
  declarationFamily,
  exOfficioFamily,
  rankingFamily,
  sciaFamily,
} from './families.ts';
import { quality } from './quality.ts';
import { codeSchema, sourceSchema, textSchema } from './text.ts';

export const families = ['application', 'scia', 'communication', 'declaration', 'ranking', 'exOfficio'] as const;

/** Of every family: identity, and what D.Lgs. 33/2013 art. 35 c. 1 wants published (the letters in `lib/projections/art35.ts`). */
const common = {
  code: codeSchema,
  version: z.int().min(1),
  status: z.enum(['draft', 'published']),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  title: textSchema,
  summary: textSchema,
  norms: z.array(sourceSchema).min(1),
  /** Units are offices of the Comune by code; names, telephones and addresses are the unit's, for people change and types stay. */
  unit: codeSchema,
  responsible: codeSchema,
  decidingOffice: codeSchema,
  informationOffice: codeSchema,
  /** Titolare del potere sostitutivo (L. 241/1990 art. 2 cc. 9-bis, 9-ter), and how to ask for it. */
  substitute: z.strictObject({ office: codeSchema, how: textSchema, source: sourceSchema }),
  /** How to learn of a running case (art. 35 c. 1 e). */
  information: textSchema,
  remedies: z.array(z.strictObject({ text: textSchema, source: sourceSchema })),
  /** Voice of the titolario: title in Roman numerals, class in figures. */
  titolario: z.strictObject({
    title: z.string().regex(/^[IVX]+$/),
    class: z.int().min(1),
    unverified: z.literal(true).optional(),
  }),
  ...quality,
  citizen: z.strictObject({ purpose: textSchema, requirements: textSchema, result: textSchema }),
};

export const procedureTypeShape = z.discriminatedUnion('family', [
  z.strictObject({ ...common, ...applicationFamily }),
  z.strictObject({ ...common, ...sciaFamily }),
  z.strictObject({ ...common, ...communicationFamily }),
  z.strictObject({ ...common, ...declarationFamily }),
  z.strictObject({ ...common, ...rankingFamily }),
  z.strictObject({ ...common, ...exOfficioFamily }),
]);

/** A version of a type of procedure. What a family does not have, its types cannot say. */
export type ProcedureType = z.infer<typeof procedureTypeShape>;
export type Family = ProcedureType['family'];
export type ProcedureTypeOf<F extends Family> = Extract<ProcedureType, { family: F }>;

/** The shape, and that what the parts say of each other is so. */
export const procedureTypeSchema = procedureTypeShape.superRefine((type, context) => {
  for (const { path, message } of checkReferences(type))
    context.addIssue({ code: 'custom', path: [...path], message: message.en });
});

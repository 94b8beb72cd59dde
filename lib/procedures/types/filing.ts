import { z } from 'zod';
import { codeSchema, nameSchema, sourceSchema, textSchema } from './text.ts';
import { feeSchema } from './fees.ts';

export const initiators = ['citizen', 'business', 'professional', 'association', 'publicBody', 'anyone'] as const;
export const channels = ['counter', 'post', 'email', 'pec', 'web', 'suap', 'otherSystem'] as const;

export const documentSchema = z.strictObject({
  code: codeSchema,
  name: textSchema,
  form: z.enum([
    'municipalForm',
    'selfDeclaration',
    'copy',
    'original',
    'technicalReport',
    'drawing',
    'receipt',
    'proxy',
  ]),
  mandatory: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('always') }),
    z.strictObject({ kind: z.literal('when'), when: textSchema }),
    z.strictObject({ kind: z.literal('optional') }),
  ]),
  /** Extensions of file names, the first the one preferred. */
  formats: z.array(z.enum(['pdf', 'pdfa', 'p7m', 'jpg', 'png', 'dwg', 'dxf', 'ifc', 'odt', 'docx'])).min(1),
  /** Where the form or fac-simile is published (art. 35 c. 1 d). */
  template: z.url().optional(),
});
export type RequiredDocument = z.infer<typeof documentSchema>;

const field = { name: nameSchema, label: textSchema, help: textSchema.optional(), required: z.boolean() };

/** What the applicant is asked; the form is made of it. */
export const dataFieldSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...field, kind: z.enum(['text', 'longText']), maxLength: z.int().min(1).max(10_000).optional() }),
  z.strictObject({
    ...field,
    kind: z.enum(['number', 'euro']),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  z.strictObject({ ...field, kind: z.enum(['date', 'dateTime', 'email', 'phone', 'fiscalCode', 'yesNo']) }),
  z.strictObject({ ...field, kind: z.enum(['address', 'parcel', 'archivalUnit']), many: z.boolean().optional() }),
  z.strictObject({
    ...field,
    kind: z.literal('choice'),
    many: z.boolean().optional(),
    options: z.array(z.strictObject({ value: codeSchema, label: textSchema })).min(2),
  }),
]);
export type DataField = z.infer<typeof dataFieldSchema>;

const need = z.enum(['none', 'optional', 'required']);
export const accessPointsSchema = z.strictObject({ address: need, parcel: need, archivalUnit: need });

/** What exists only where somebody outside files something: not in a procedure begun ex officio. */
export const filing = {
  initiators: z.array(z.enum(initiators)).min(1),
  /** Whether somebody may file for another, with a delegation. */
  delegation: z.boolean(),
  channels: z.array(z.enum(channels)).min(1),
  /** Art. 35 c. 1 i: the address, or how and when it will be there. */
  onlineService: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('available'), path: z.string().startsWith('/') }),
    z.strictObject({ kind: z.literal('elsewhere'), url: z.url(), name: textSchema }),
    z.strictObject({ kind: z.literal('none'), plan: textSchema }),
  ]),
  accessPoints: accessPointsSchema,
  fields: z.array(dataFieldSchema),
  documents: z.array(documentSchema),
  fees: z.array(feeSchema),
  /** That a verified e-mail address is enough to ask for it, and by what rule; who asks is then seen at the desk. Absent: an identity is wanted. */
  verifiedEmail: z.strictObject({ how: textSchema, source: sourceSchema }).optional(),
  /** Art. 35 c. 1 g: whether a declaration of the party may stand in the decision's place. */
  replacedByDeclaration: z.strictObject({ when: textSchema, source: sourceSchema }).optional(),
};

import { z } from 'zod';
import { retentionSchema } from './retention.ts';
import { nameSchema, sourceSchema, textSchema } from './text.ts';

/** What the expiry of the term is worth. `none` too has its source: why the general rule of L. 241/1990 art. 20 does not hold. */
export const silenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none'), source: sourceSchema }),
  z.strictObject({
    kind: z.literal('silenzioAssenso'),
    source: sourceSchema,
    /** Where silence is no consent after all: protected buildings, protected landscape. */
    exceptWhen: textSchema.optional(),
    /** The yes/no field of the application that says whether an exception holds; an officer who looks may find otherwise. */
    decidedBy: z.strictObject({ field: nameSchema, appliesWhen: z.boolean() }).optional(),
    retention: retentionSchema,
  }),
  z.strictObject({ kind: z.literal('silenzioRigetto'), source: sourceSchema, retention: retentionSchema }),
]);
export type Silence = z.infer<typeof silenceSchema>;

/**
 * preavvisoDiRigetto: notice of the reasons against an application before it is refused (L. 241/1990 art. 10-bis). The law exempts
 * competitions and social-security bodies, and procedures begun ex officio, which are a family of their own without this field.
 */
export const preavvisoDiRigettoSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('applies'), source: sourceSchema.optional() }),
  z.strictObject({
    kind: z.literal('exempt'),
    reason: z.enum(['competition', 'socialSecurity']),
    source: sourceSchema,
  }),
]);

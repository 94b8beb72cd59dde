import { z } from 'zod';
import { metadataLicences, rightsStatementOf } from '#lib/records/rights-statements.ts';
import { isIdentifier } from '#lib/records/identifier.ts';

/** A URI, null for nothing, or that it stays what it is. */
export type Choice = { uri: string | null } | 'keep';

const choiceOf =
  (uriOf: (code: string) => string | undefined) =>
  (word: string, context: z.core.$RefinementCtx): Choice => {
    if (word === 'keep') return 'keep';
    if (word === 'none') return { uri: null };
    const uri = uriOf(word);
    if (uri !== undefined) return { uri };
    context.addIssue('not offered');
    return z.NEVER;
  };

/** Pixels a side at which images of what may not be read yet may be shown to everybody. */
export const reservedSides = [200, 400, 600, 1000] as const;

const sideSchema = z
  .enum(['keep', 'none', ...reservedSides.map(String)])
  .transform((word) => (word === 'keep' ? undefined : word === 'none' ? null : Number(word)));

const rightsSchema = z.object({
  kind: z.enum(['institution', 'fonds']),
  id: z.string().refine(isIdentifier),
  rights: z.string().transform(choiceOf((code) => rightsStatementOf(code)?.uri)),
  reservedSide: sideSchema.optional(),
  licence: z.string().transform(choiceOf((code) => metadataLicences.find((one) => one.code === code)?.uri)),
});

export type SentRights = z.infer<typeof rightsSchema>;

/** What the form says; null where it says something that is not offered. */
export function readRights(sent: Readonly<Record<string, string>>): SentRights | null {
  return rightsSchema.safeParse(sent).data ?? null;
}

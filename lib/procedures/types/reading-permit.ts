import { z } from 'zod';

/**
 * What a granted request lets the applicant alone read, for a time: documents of the historical archive before their term (`reserved`,
 * D.Lgs. 42/2004 art. 123), or files that are not in it yet (`deposit`, art. 124).
 */
export const readingPermitSchema = z.strictObject({ of: z.enum(['reserved', 'deposit']) });
export type ReadingPermitRule = z.infer<typeof readingPermitSchema>;

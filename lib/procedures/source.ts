import { z } from 'zod';

/**
 * Where a rule is written and how sure we are of it.
 * `read`: in the text of the act; `reported`: in a page that quotes or explains it; `unverified`: known by practice, to be
 * checked on normattiva before a decision rests on it.
 */
export const sourceSchema = z.strictObject({
  article: z.string().min(1),
  status: z.enum(['read', 'reported', 'unverified']),
  seen: z.string().min(1).optional(),
});
export type Source = z.infer<typeof sourceSchema>;

/** A name shown to people, in the two languages of the interface. */
export const nameSchema = z.strictObject({ it: z.string().min(1), en: z.string().min(1) });
export type Name = z.infer<typeof nameSchema>;

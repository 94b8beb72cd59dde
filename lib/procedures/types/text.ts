import { z } from 'zod';

const sentence = z.string().trim().min(1);

/** What people read, in both languages of the interface. */
export const textSchema = z.strictObject({ it: sentence, en: sentence });
export type Text = z.infer<typeof textSchema>;
export type TextLanguage = keyof Text;

/** Codes that stand in addresses and file names: `permesso-di-costruire`, `edilizia-privata`. */
export const codeSchema = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

/** Names of activities, nodes and fields: `completenessCheck`. */
export const nameSchema = z.string().regex(/^[a-z][A-Za-z0-9]*$/);

/**
 * Where a rule is written. `act` keeps the law's own Italian name ("L. 241/1990"). `unverified` is set where nobody has yet read the
 * text in force: pages and the table of art. 35 say so.
 */
export const sourceSchema = z.strictObject({
  act: sentence,
  article: sentence.optional(),
  url: z.url().optional(),
  note: textSchema.optional(),
  unverified: z.literal(true).optional(),
});
export type Source = z.infer<typeof sourceSchema>;

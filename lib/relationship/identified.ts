import { z } from 'zod';
import { daySchema } from '#lib/procedures/day.ts';
import type { Text } from '#lib/procedures/types/text.ts';

/** What a person shows to be known by (DPR 445/2000 art. 35). */
export const identityDocuments = ['cartaIdentita', 'passaporto', 'patente', 'permessoSoggiorno', 'altro'] as const;
export type IdentityDocument = (typeof identityDocuments)[number];

/**
 * How the person at the counter was identified before they signed in the employee's presence (DPR 445/2000 art. 38 c. 3). Of the number only its
 * end is kept: enough to know the document again, and not a copy of it.
 */
export const identifiedSchema = z.discriminatedUnion('how', [
  z.strictObject({
    how: z.literal('documentShown'),
    document: z.enum(identityDocuments),
    lastCharacters: z.string().regex(/^[A-Z0-9]{3,5}$/),
    issuer: z.string().min(1).max(120),
    expiresOn: daySchema,
    /** Of one that has expired: they declare that what it says has not changed (art. 45 c. 3). */
    unchanged: z.boolean(),
  }),
  z.strictObject({ how: z.literal('knownToOfficer') }),
]);
export type Identified = z.infer<typeof identifiedSchema>;

export const documentWords: Record<IdentityDocument, Text> = {
  cartaIdentita: { it: 'carta d’identità', en: 'identity card' },
  passaporto: { it: 'passaporto', en: 'passport' },
  patente: { it: 'patente di guida', en: 'driving licence' },
  permessoSoggiorno: { it: 'permesso di soggiorno', en: 'residence permit' },
  altro: { it: 'altro documento di riconoscimento', en: 'another identity document' },
};

/** In words, as the receipt and the person's own page say it. */
export function identifiedWords(identified: Identified): Text {
  if (identified.how === 'knownToOfficer')
    return { it: 'conosciuta personalmente da chi ha ricevuto', en: 'known personally to who received it' };
  const { document, lastCharacters, issuer } = identified;
  return {
    it: `${documentWords[document].it} che finisce con ${lastCharacters}, rilasciata da ${issuer}`,
    en: `${documentWords[document].en} ending in ${lastCharacters}, issued by ${issuer}`,
  };
}

import { z } from 'zod';
import { daySchema } from '../day.ts';
import { channels } from '../types/filing.ts';

/** How we know who filed (CAD art. 65, DPR 445/2000 art. 38): noted with the filing, never guessed afterwards. */
export const identifications = [
  'spid',
  'cie',
  /** SPID or CIE: both say the same of somebody, and not which they are. */
  'digitalIdentity',
  /** The identity of another State (Regulation (EU) 910/2014). */
  'eidas',
  /** An address that who filed reads, and nothing else yet. */
  'verifiedEmail',
  'digitalSignature',
  'pec',
  'documentShown',
  'documentCopy',
  'knownToOfficer',
  'otherSystem',
  'demonstration',
  'none',
] as const;

/** A person or body that takes part; who they are is kept with the agent, under its own access rule. */
export const partySchema = z.strictObject({
  agent: z.string().min(1),
  role: z.enum(['applicant', 'representative', 'counterparty']),
  /** The applicant for whom a representative acts. */
  actsFor: z.string().min(1).nullable(),
});
export type Party = z.infer<typeof partySchema>;

/** protocollo (DPR 445/2000 art. 53): number of seven digits that begins anew each year (art. 57). */
export const registrationSchema = z.strictObject({
  register: z.string().min(1),
  year: z.int().min(1861).max(9999),
  number: z.int().min(1).max(9_999_999),
  on: daySchema,
});
export type Registration = z.infer<typeof registrationSchema>;

/** What was filed, how, by whom. Answers by the name of the type's field; their shape is the type's own (`check-answers.ts`). */
export const filingFactsSchema = z.strictObject({
  channel: z.enum([...channels, 'exOfficio']),
  identification: z.enum(identifications),
  parties: z.array(partySchema),
  answers: z.record(z.string(), z.json()),
  /** Codes of the type's documents that came with it. */
  documents: z.array(z.string()),
  /** Day on which it reached the Comune; the date of the protocollo (L. 241/1990 art. 18-bis). */
  filedOn: daySchema,
  registration: registrationSchema,
  /** Identifiers of other systems: `{ scheme: 'CUI', value }` of SUAP. */
  externalReferences: z.array(z.strictObject({ scheme: z.string().min(1), value: z.string().min(1) })),
  /** Unit that an archival request is about. */
  aboutRecord: z.string().min(1).nullable(),
  /** The call of a ranking that it answers to. */
  call: z.strictObject({ opensOn: daySchema, closesOn: daySchema }).nullable(),
});
export type FilingFacts = z.infer<typeof filingFactsSchema>;

import { z } from 'zod';
import { identifications } from '#lib/procedures/cases/filing-facts.ts';
import { daySchema } from '#lib/procedures/day.ts';
import type { GivenParty } from '#lib/store/procedures/procedure-store.ts';

/** Longest body of a filing; enclosures are sent one by one afterwards. */
export const longestFiling = 256 * 1024;

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !/[\r\n]/.test(text), 'must be one line');

const partySchema = z
  .strictObject({
    role: z.enum(['applicant', 'representative', 'counterparty']),
    actsFor: z.int().min(0).nullable().default(null).describe('Position, among the parties, of the one represented'),
    kind: z.enum(['person', 'corporateBody']),
    name: line(300),
    taxCode: z
      .string()
      .trim()
      .regex(/^([A-Za-z0-9]{16}|\d{11})$/, 'must be a codice fiscale of 16 characters or 11 digits')
      .nullable()
      .default(null),
    contacts: z
      .strictObject({
        email: z.email().max(320).optional(),
        pec: z.email().max(320).optional(),
        phone: line(40).optional(),
        address: line(500).optional(),
      })
      .default({}),
  })
  .describe('Known again by the tax code');

/** The body of `POST /api/v1/procedures`. */
export const filingBodySchema = z
  .strictObject({
    type: z.string().min(1).max(100).describe('Code of a published type'),
    channel: z
      .enum(['suap', 'otherSystem', 'exOfficio'])
      .optional()
      .describe('Unless told, otherSystem; exOfficio, and nothing else, for what an office begins by itself'),
    identification: z
      .enum(identifications)
      .optional()
      .describe('How the sender knows who files: unless told, otherSystem; none where the office begins by itself'),
    subject: line(1000).describe('As it is to be registered; never public'),
    place: line(200)
      .nullable()
      .default(null)
      .describe('What the public title may say beside the type: a street, a parcel. Names no person'),
    parties: z
      .array(partySchema)
      .min(1)
      .max(50)
      .describe('Where the office begins by itself, the applicant is whom it concerns: they have filed nothing'),
    answers: z.record(z.string().max(100), z.json()).default({}).describe('By the names of the fields of the type'),
    externalReferences: z
      .array(z.strictObject({ scheme: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/), value: line(200) }))
      .max(20)
      .default([]),
    aboutRecord: z.string().max(20).nullable().default(null).describe('Unit that an archival request is about'),
    call: z
      .strictObject({ opensOn: daySchema, closesOn: daySchema })
      .nullable()
      .default(null)
      .describe('The call of a ranking that it answers to'),
  })
  .superRefine(({ parties }, context) => {
    for (const [i, { role, actsFor }] of parties.entries()) {
      const other = actsFor === null ? undefined : parties[actsFor];
      const path = ['parties', i, 'actsFor'];
      if (role === 'representative' && other?.role !== 'applicant')
        context.addIssue({ code: 'custom', path, message: 'a representative acts for an applicant of this filing' });
      if (role !== 'representative' && actsFor !== null)
        context.addIssue({ code: 'custom', path, message: 'only a representative acts for somebody' });
    }
    if (!parties.some(({ role }) => role === 'applicant'))
      context.addIssue({ code: 'custom', path: ['parties'], message: 'somebody must be the applicant' });
  });
export type FilingBody = z.infer<typeof filingBodySchema>;

/** The parties as the store takes them. */
export const partiesOf = ({ parties }: FilingBody): GivenParty[] =>
  parties.map(({ role, actsFor, ...agent }) => ({ role, actsFor, agent }));

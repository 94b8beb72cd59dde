import { z } from 'zod';
import {
  askers,
  contactChannels,
  contactOutcomes,
  needs,
  ratings,
  type ContactSheet,
} from '#lib/relationship/contact.ts';
import { identifiedSchema } from '#lib/relationship/identified.ts';

const caseSchema = z.object({
  id: z.string(),
  title: z.string(),
  type: z.string(),
  how: z.enum(['about', 'filed']),
});

/** What of a row a page reads; the cases are those that who asks may see. */
export const contactColumns = `c.id::text AS id, c.code, c.agent_id AS agent, c.member_id AS member, c.unit_code AS unit, c.channel, c.asked_by AS "askedBy",
  c.asker_name AS "askerName", c.begun_at AS "begunAt", c.heard, c.need, c.type_code AS type, c.told, c.outcome, c.rating, c.identified,
  c.closed_at AS "closedAt", c.revision,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title, 'type', p.type_code, 'how', k.how) ORDER BY p.id)
     FROM eli4u.contact_case k JOIN eli4u.procedure p ON p.id = k.procedure_id WHERE k.contact_id = c.id), '[]') AS cases`;

const rowSchema = z.object({
  id: z.string(),
  code: z.string(),
  agent: z.string(),
  member: z.string(),
  unit: z.string().nullable(),
  channel: z.enum(contactChannels),
  askedBy: z.enum(askers),
  askerName: z.string().nullable(),
  begunAt: z.coerce.date(),
  heard: z.string(),
  need: z.enum(needs).nullable(),
  type: z.string().nullable(),
  told: z.string(),
  outcome: z.enum(contactOutcomes).nullable(),
  rating: z.enum(ratings).nullable(),
  identified: identifiedSchema.nullable(),
  closedAt: z.coerce.date().nullable(),
  revision: z.int(),
  cases: z.array(caseSchema),
});

/** One contact of somebody with the front office. */
export type Contact = z.infer<typeof rowSchema>;

export const contactOf = (row: unknown): Contact => rowSchema.parse(row);

/** What is written of it. */
export const sheetOf = ({ heard, need, type, told, outcome, rating }: Contact): ContactSheet => ({
  heard,
  need,
  type,
  told,
  outcome,
  rating,
});

export interface ContactPage {
  items: Contact[];
  next: string | null;
}

import { z } from 'zod';
import { noteSchema } from './description.ts';
import { recordDatesSchema } from './dates.ts';

/** ISAAR(CPF) 5.1.1; `unknown` for a stub of which the source gave only a name. */
export const agentKinds = ['person', 'family', 'corporateBody', 'unknown'] as const;
export const agentKindSchema = z.enum(agentKinds);
export type AgentKind = z.infer<typeof agentKindSchema>;

/** How a record and an agent are tied. */
export const agentRoles = [
  'creator',
  'custodian',
  'responsibleUnit',
  'subject',
  'author',
  'addressee',
  'party',
  'other',
] as const;
export const agentRoleSchema = z.enum(agentRoles);
export type AgentRole = z.infer<typeof agentRoleSchema>;

/** ISAAR(CPF) 5.2: the description area of an authority record. Stored as `agent.description`. */
export const agentDescriptionSchema = z.object({
  otherNames: z
    .array(z.object({ name: z.string(), label: z.string().optional(), dates: z.string().optional() }))
    .default([]),
  history: z.array(noteSchema).default([]),
  places: z
    .array(z.object({ label: z.string(), role: z.string().optional(), dates: z.string().optional() }))
    .default([]),
  legalStatus: z.array(z.string()).default([]),
  functions: z.array(noteSchema).default([]),
  mandates: z.array(noteSchema).default([]),
  structure: z.array(noteSchema).default([]),
  generalContext: z.array(noteSchema).default([]),
  occupations: z.array(z.string()).default([]),
  languages: z.array(z.string()).default([]),
  sources: z.array(noteSchema).default([]),
  notes: z.array(noteSchema).default([]),
  links: z.array(z.object({ href: z.string(), label: z.string().optional() })).default([]),
});
export type AgentDescription = z.infer<typeof agentDescriptionSchema>;

/** The kinds of relation of ISAAR(CPF) 5.3.2. */
export const agentRelationKinds = ['hierarchical', 'temporal', 'family', 'associative', 'identity'] as const;
export type AgentRelationKind = (typeof agentRelationKinds)[number];

export const agentDatesSchema = recordDatesSchema;

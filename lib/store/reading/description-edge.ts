import { z } from 'zod';
import { agentDescriptionSchema, type AgentDescription } from '#lib/records/agent.ts';
import { descriptionSchema, isadElements, type Description, type Note } from '#lib/records/description.ts';

/** ISDIAH: what a guide says of an institution. Stored as `institution.description`; nothing in it is obligatory. */
export const institutionDescriptionSchema = z.object({
  address: z.string().nullish(),
  place: z.string().nullish(),
  country: z.string().nullish(),
  coordinates: z.object({ latitude: z.number(), longitude: z.number() }).nullish(),
  telephone: z.array(z.string()).default([]),
  email: z.array(z.string()).default([]),
  website: z.array(z.string()).default([]),
  openingHours: z.array(z.string()).default([]),
  closing: z.array(z.string()).default([]),
  accessConditions: z.array(z.string()).default([]),
  services: z.array(z.object({ label: z.string(), text: z.string() })).default([]),
  history: z.array(z.string()).default([]),
  holdings: z.array(z.string()).default([]),
});
export type InstitutionDescription = z.infer<typeof institutionDescriptionSchema>;

const isPublic = (thing: { internal?: true }): boolean => thing.internal !== true;

const publicNotes = (notes: readonly Note[] | undefined): Note[] => (notes ?? []).filter(isPublic);

/** The stored description without what `audience="internal"` keeps inside. */
export function readPublicDescription(stored: unknown): Description {
  const whole = descriptionSchema.parse(stored ?? {});
  const elements: Description['elements'] = {};
  for (const name of isadElements) {
    const notes = publicNotes(whole.elements[name]);
    if (notes.length > 0) elements[name] = notes;
  }
  return { ...whole, elements, accessPoints: whole.accessPoints.filter(isPublic) };
}

/** The stored description of an agent without what stays inside. */
export function readPublicAgentDescription(stored: unknown): AgentDescription {
  const whole = agentDescriptionSchema.parse(stored ?? {});
  return {
    ...whole,
    history: publicNotes(whole.history),
    functions: publicNotes(whole.functions),
    mandates: publicNotes(whole.mandates),
    structure: publicNotes(whole.structure),
    generalContext: publicNotes(whole.generalContext),
    sources: publicNotes(whole.sources),
    notes: publicNotes(whole.notes),
  };
}

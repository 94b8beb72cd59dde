import { agentDescriptionSchema, type AgentDescription } from '#lib/records/agent.ts';
import { descriptionSchema, isadElements, type Description, type Note } from '#lib/records/description.ts';
import { institutionDescriptionSchema, type InstitutionDescription } from '#lib/records/institution.ts';

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

export const readInstitutionDescription = (stored: unknown): InstitutionDescription =>
  institutionDescriptionSchema.parse(stored ?? {});

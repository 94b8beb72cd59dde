/** Who does something: a person of the staff, a citizen by the agent's id, another system, or time itself. */
export type Actor =
  | { kind: 'officer'; id: string }
  /** `onBehalfOf`: the person or body in whose name they do it, where it is not their own. */
  | { kind: 'citizen'; id: string; onBehalfOf?: string | undefined }
  | { kind: 'client'; id: string }
  | { kind: 'system' };

/** In whose name somebody acts who does not act in their own; both are recorded. */
export const behalfOf = (actor: Actor): string | null =>
  actor.kind === 'citizen' && actor.onBehalfOf !== actor.id ? (actor.onBehalfOf ?? null) : null;

/** As events and the audit name it. */
export const actorName = (actor: Actor): string => (actor.kind === 'system' ? 'system' : `${actor.kind}:${actor.id}`);

/** Who does something: a person of the staff, a citizen by the agent's id, another system, or time itself. */
export type Actor =
  | { kind: 'officer'; id: string }
  | { kind: 'citizen'; id: string }
  | { kind: 'client'; id: string }
  | { kind: 'system' };

/** As events and the audit name it. */
export const actorName = (actor: Actor): string => (actor.kind === 'system' ? 'system' : `${actor.kind}:${actor.id}`);

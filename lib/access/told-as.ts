import { grantsFor } from './delegations/acting.ts';
import type { CitizenSession } from './session.ts';

/**
 * Whose notices somebody reads: their own, and those of whom they represent in everything. Who was given some cases only looks at these: a notice
 * may be about another.
 */
export const toldAs = (session: CitizenSession): string[] => [
  session.agent,
  ...session.represents
    .map(({ agent }) => agent)
    .filter((agent) => grantsFor(session, agent).some(({ scope }) => scope.kind === 'all')),
];

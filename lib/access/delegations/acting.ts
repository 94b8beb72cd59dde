import type { CaseFacts } from '../case-facts.ts';
import type { CitizenSession } from '../session.ts';
import { allows, fullGrant, type Grant, type Power, type ScopedCase } from './power.ts';

type Parties = Pick<CaseFacts, 'id' | 'type' | 'parties'>;

/** What somebody may do in a name: in their own everything. */
export const grantsFor = (session: CitizenSession, agent: string): readonly Grant[] =>
  agent === session.agent ? [fullGrant] : (session.represents.find((one) => one.agent === agent)?.grants ?? []);

/** Whether somebody may do so much in a name, about a case or a type of which there is none yet. */
export const mayFor = (session: CitizenSession, agent: string, power: Power, about: ScopedCase): boolean =>
  grantsFor(session, agent).some((grant) => allows(grant, power, about));

/**
 * The parties of a case as whom somebody sees or acts in it. Who takes part as the representative of somebody that has given them a delegation
 * does so by the delegation alone: when it ends, so does this.
 */
export function partiesAs(session: CitizenSession, { id, type, parties }: Parties, power: Power): Parties['parties'] {
  return parties.filter(
    (party) =>
      mayFor(session, party.agent, power, { type: type.code, id }) &&
      !(party.role === 'representative' && party.actsFor !== null && session.delegatedBy.includes(party.actsFor)),
  );
}

/** For whom somebody acts in a case: null for themselves, when they are a party in their own name. */
export function onBehalfIn(session: CitizenSession, facts: Parties): string | null {
  const held = partiesAs(session, facts, 'file');
  const own = held.find(({ agent }) => agent === session.agent);
  if (own) return own.role === 'representative' ? own.actsFor : null;
  return held[0]?.agent ?? null;
}

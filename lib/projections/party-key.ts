import type { FilingFacts, Party } from '#lib/procedures/cases/filing-facts.ts';

/** The word for a party: nobody has filed what the office begins by itself, and whom it concerns is no applicant (L. 241/1990 art. 7). */
export const partyKey = (role: Party['role'], channel: FilingFacts['channel']) =>
  role === 'applicant' && channel === 'exOfficio' ? 'party.concerned' : (`party.${role}` as const);

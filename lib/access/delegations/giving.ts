import { addMonths, type Day } from '#lib/procedures/day.ts';
import { allowed, denied, type Permission } from '../permission.ts';
import type { CitizenSession, Session, StaffRole, StaffRoleName } from '../session.ts';
import { identityWanted, isByEmail } from '../by-email.ts';
import { grantsFor } from './acting.ts';
import { latestUntil } from './delegation.ts';
import { includesPower, type Power, type Scope } from './power.ts';

/** Whether somebody looks after the affairs of a name as a whole: their own, or a business that they administer. */
export const mayAdminister = (session: CitizenSession, agent: string): boolean =>
  grantsFor(session, agent).some(({ power, scope }) => includesPower(power, 'administer') && scope.kind === 'all');

/**
 * The powers that somebody may give in a name. A delegate gives on nothing (art. 1717 c.c.); who administers a business gives roles, but not their
 * own: that the business itself does, or its legal representative with the Comune.
 */
export function powersToGive(session: CitizenSession, principal: string): readonly Power[] {
  if (principal === session.agent) return session.isBody ? ['read', 'file', 'administer'] : ['read', 'file'];
  const isBody = session.represents.some(({ agent, isBody }) => agent === principal && isBody);
  return isBody && mayAdminister(session, principal) ? ['read', 'file'] : [];
}

/** Whether somebody gives delegations, and sees those given, in a name. */
export function mayGiveFor(session: CitizenSession, principal: string): Permission {
  if (isByEmail(session)) return identityWanted;
  return powersToGive(session, principal).length > 0 ? allowed : notYours;
}

/** Whether somebody shows a deed on paper that another gave them, or accepts what was given to them. */
export const mayReceiveDelegation = (session: CitizenSession): Permission =>
  isByEmail(session) ? identityWanted : allowed;

const checkers: readonly StaffRoleName[] = ['frontOffice', 'responsible', 'manager'];

/** In which of their roles somebody checks deeds; null: in none. Of all types, for a deed may be for any. */
export const checkingRole = (session: Session): StaffRole | null =>
  session.kind === 'staff'
    ? (session.roles.find(({ role, types }) => types === null && checkers.includes(role)) ?? null)
    : null;

/**
 * Who checks deeds on paper and confirms what they say: the front office and who is responsible for an office.
 * @param bearer the agent who shows the deed: nobody checks their own (L. 241/1990 art. 6-bis)
 */
export function mayCheckDeeds(session: Session, bearer: string | null = null): Permission {
  if (checkingRole(session) === null) return frontOfficeOnly;
  return session.kind === 'staff' && session.agent !== null && session.agent === bearer ? ownDeed : allowed;
}

/** What is wrong with a delegation that somebody wants to give, by its field. */
export type GivingProblem =
  'fromPast' | 'fromFar' | 'untilBefore' | 'untilFar' | 'scopeEmpty' | 'scopeLarge' | 'administersAll';

/** Types or cases that one delegation names at most. */
export const mostNamed = 50;

/** Looks at days and scope. @param claimed a deed on paper may have begun to hold before it is shown */
export function givingProblems(
  { power, scope, from, until }: { power: Power; scope: Scope; from: Day; until: Day },
  today: Day,
  claimed = false,
): GivingProblem[] {
  const named = scope.kind === 'all' ? null : scope.kind === 'types' ? scope.types.length : scope.cases.length;
  return [
    ...(from < today && !claimed ? ['fromPast' as const] : []),
    ...(from > addMonths(today, 12) ? ['fromFar' as const] : []),
    ...(until < from || until < today ? ['untilBefore' as const] : []),
    ...(until > latestUntil(from) ? ['untilFar' as const] : []),
    ...(named === 0 ? ['scopeEmpty' as const] : []),
    ...(named !== null && named > mostNamed ? ['scopeLarge' as const] : []),
    ...(power === 'administer' && scope.kind !== 'all' ? ['administersAll' as const] : []),
  ];
}

const notYours = denied(
  'notYours',
  'Le deleghe le dà la persona interessata, o chi amministra l’impresa.',
  'Delegations are given by the person concerned, or by who administers the business.',
);
const frontOfficeOnly = denied(
  'frontOfficeOnly',
  'Le deleghe su carta le controlla lo sportello o chi è responsabile dell’ufficio.',
  'Delegations on paper are checked by the front office or by who is responsible for the office.',
);
const ownDeed = denied(
  'ownDeed',
  'La delega l’hai presentata tu: la controlla un’altra persona.',
  'You have shown this delegation yourself: somebody else checks it.',
  'L. 241/1990 art. 6-bis',
);

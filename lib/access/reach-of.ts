import { officesBelow, type Organisation } from './organisation.ts';
import type { Scope } from './delegations/power.ts';
import { joinReach, type Reach, type ReachOwn, type ReachRange } from './reach.ts';
import type { CitizenSession, Session, StaffRole } from './session.ts';

/**
 * What a person sees: their own cases as a citizen; of the staff the cases of their offices, those that their office decides though another
 * handles them, and at the front office all that people may ask about. Who keeps the types sees no case for that.
 */
export function reachOf(session: Session, organisation: Organisation): Reach {
  if (session.kind === 'citizen') return joinReach(ownRanges(session));
  return joinReach(session.roles.flatMap((role) => rangesOf(role, organisation)));
}

/** Their own cases, and those of whom they represent as far as it was given to them: one range for all who gave the same. */
function ownRanges({ agent, represents, delegatedBy }: CitizenSession): ReachOwn[] {
  const whole = [agent];
  const limited = new Map<string, { agents: string[]; scope: Exclude<Scope, { kind: 'all' }> }>();
  for (const principal of represents) {
    const scopes = principal.grants.map(({ scope }) => scope);
    if (scopes.some(({ kind }) => kind === 'all')) whole.push(principal.agent);
    else
      for (const scope of scopes) {
        if (scope.kind === 'all') continue;
        const key = JSON.stringify(scope);
        limited.set(key, { scope, agents: [...(limited.get(key)?.agents ?? []), principal.agent] });
      }
  }
  const own = (agents: readonly string[], within: Pick<ReachOwn, 'types' | 'cases'>): ReachOwn => ({
    kind: 'own',
    agents,
    ...within,
    ...(delegatedBy.length > 0 ? { notFor: delegatedBy } : {}),
  });
  return [
    own(whole, {}),
    ...[...limited.values()].map(({ agents, scope }) =>
      own(agents, scope.kind === 'types' ? { types: scope.types } : { cases: scope.cases }),
    ),
  ];
}

/** What one role lets see. */
export function rangesOf(role: StaffRole, organisation: Organisation): ReachRange[] {
  const within = (units: readonly string[] | null, types: readonly string[] | null): ReachRange => ({
    kind: 'some',
    units,
    types: types && role.types ? types.filter((type) => role.types?.includes(type)) : (types ?? role.types),
  });
  switch (role.role) {
    case 'administrator':
      return [];
    case 'frontOffice':
      return [within(null, null)];
    case 'officer':
    case 'archivist':
      return [within(role.unit === null ? null : [role.unit], null)];
    case 'responsible':
    case 'manager':
      return [within(unitsOf(role, organisation), null), within(null, typesDecidedBy(role, organisation))];
  }
}

/** The offices a role is for: a manager's include those that belong to them. */
export function unitsOf(role: StaffRole, organisation: Pick<Organisation, 'parents'>): readonly string[] | null {
  if (role.unit === null) return null;
  return role.role === 'manager' ? officesBelow(role.unit, organisation) : [role.unit];
}

/** Types whose final measure, or for managers whose substitute power, is the office's. */
function typesDecidedBy(role: StaffRole, organisation: Organisation): string[] {
  const units = unitsOf(role, organisation);
  return organisation.types
    .filter(
      ({ decidingOffice, substitute }) =>
        units === null ||
        units.includes(decidingOffice) ||
        (role.role === 'manager' && units.includes(substitute.office)),
    )
    .map(({ code }) => code);
}

/**
 * What a delegate may do, each more than the one before: see the cases; file and act in them; for a business also give its colleagues their roles
 * and look after its contacts.
 */
export const powers = ['read', 'file', 'administer'] as const;
export type Power = (typeof powers)[number];

/** Whether who holds one may do what another wants. */
export const includesPower = (held: Power, wanted: Power): boolean => powers.indexOf(held) >= powers.indexOf(wanted);

/** For what it was given: everything, types of procedure, or single cases by their ids. */
export type Scope =
  { kind: 'all' } | { kind: 'types'; types: readonly string[] } | { kind: 'cases'; cases: readonly string[] };

/** What was given, as far as it decides anything. */
export interface Grant {
  power: Power;
  scope: Scope;
}

/** All that one can be given. */
export const fullGrant: Grant = { power: 'administer', scope: { kind: 'all' } };

/** A case as scopes look at it. */
export interface ScopedCase {
  type: string;
  id: string | null;
}

/** Whether a case lies within a scope; one that is not there yet is within none of single cases. */
export function covers(scope: Scope, { type, id }: ScopedCase): boolean {
  if (scope.kind === 'all') return true;
  if (scope.kind === 'types') return scope.types.includes(type);
  return id !== null && scope.cases.includes(id);
}

/** Whether what was given lets one do that to a case. */
export const allows = ({ power, scope }: Grant, wanted: Power, about: ScopedCase): boolean =>
  includesPower(power, wanted) && covers(scope, about);

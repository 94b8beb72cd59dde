import type { Party } from '#lib/procedures/cases/filing-facts.ts';

/** Cases of these offices and of these types, both; null stands for any. */
export interface ReachRange {
  kind: 'some';
  units: readonly string[] | null;
  types: readonly string[] | null;
}

/** Cases to which one of these persons or bodies is a party: who looks, first, and those for whom they may; of a delegate only some of them. */
export interface ReachOwn {
  kind: 'own';
  agents: readonly string[];
  /** Types of procedure, or single cases, to which a delegation is limited; absent: all. */
  types?: readonly string[] | undefined;
  cases?: readonly string[] | undefined;
  /** To be the representative of one of these is not to be a party: they have given a delegation, and it alone counts. */
  notFor?: readonly string[] | undefined;
}

/**
 * How far somebody's sight of procedures goes: the store applies it to every list, count and case. `any` joins several, never less than
 * two; who has no office, type or case of their own reaches nothing.
 */
export type Reach = { kind: 'all' } | ReachRange | ReachOwn | { kind: 'any'; of: readonly (ReachRange | ReachOwn)[] };

/** What decides whether a case lies within reach. */
export interface ReachFacts {
  unit: string;
  type: string;
  /** Who takes part. */
  parties?: readonly Pick<Party, 'agent' | 'role' | 'actsFor'>[] | undefined;
  id?: string | undefined;
}

/** Whether a case lies within it. */
export function reaches(reach: Reach, at: ReachFacts): boolean {
  switch (reach.kind) {
    case 'all':
      return true;
    case 'some':
      return (reach.units?.includes(at.unit) ?? true) && (reach.types?.includes(at.type) ?? true);
    case 'own':
      return (
        (reach.types?.includes(at.type) ?? true) &&
        (reach.cases === undefined || (at.id !== undefined && reach.cases.includes(at.id))) &&
        (at.parties ?? []).some((party) => reach.agents.includes(party.agent) && !isLeftOut(party, reach))
      );
    case 'any':
      return reach.of.some((part) => reaches(part, at));
  }
}

/** Those for whom a citizen looks, themselves first; null for whoever looks at more than cases of their own. */
export function citizenOf(reach: Reach): readonly string[] | null {
  const parts = reach.kind === 'any' ? reach.of : [reach];
  const agents = parts.map((part) => (part.kind === 'own' ? part.agents : null));
  if (agents.some((some) => some === null)) return null;
  return [...new Set(agents.flatMap((some) => some ?? []))];
}
const isLeftOut = ({ role, actsFor }: Pick<Party, 'role' | 'actsFor'>, { notFor }: ReachOwn): boolean =>
  role === 'representative' && actsFor !== null && (notFor?.includes(actsFor) ?? false);

/** Reaches nothing. */
export const noReach: ReachRange = { kind: 'some', units: [], types: [] };

/** The smallest way to say several at once: lists read faster the fewer conditions they have. */
export function joinReach(parts: readonly (ReachRange | ReachOwn)[]): Reach {
  const apart: (ReachRange | ReachOwn)[] = [];
  const unitsOfTypes = new Map<string, { units: Set<string> | null; types: readonly string[] | null }>();
  for (const part of parts) {
    if (part.kind === 'own') {
      if (part.agents.length > 0) apart.push(part);
      continue;
    }
    if (part.units?.length === 0 || part.types?.length === 0) continue;
    if (part.units === null && part.types === null) return { kind: 'all' };
    const types = part.types === null ? null : [...new Set(part.types)].sort();
    const key = JSON.stringify(types);
    const same = unitsOfTypes.get(key);
    const units = part.units === null || same?.units === null ? null : new Set([...(same?.units ?? []), ...part.units]);
    unitsOfTypes.set(key, { units, types });
  }
  const everything = unitsOfTypes.get('null')?.units;
  for (const [key, { units, types }] of unitsOfTypes) {
    // Offices that are within for every type need not be named again.
    const further = key === 'null' || units === null ? units : new Set([...units].filter((u) => !everything?.has(u)));
    if (further?.size === 0) continue;
    apart.push({ kind: 'some', units: further === null ? null : [...further].sort(), types });
  }
  const [first] = apart;
  if (!first) return noReach;
  return apart.length === 1 ? first : { kind: 'any', of: apart };
}

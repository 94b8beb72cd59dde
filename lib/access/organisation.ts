import { parentOf, type UnitNames } from '#lib/procedures/types/units.ts';

/** What a type of procedure says of its offices; a `ProcedureType` says it. */
export interface TypeOffices {
  code: string;
  unit: string;
  responsible: string;
  decidingOffice: string;
  substitute: { office: string };
  /** That an e-mail address is enough to ask for it (lib/access/by-email.ts). */
  verifiedEmail?: object | undefined;
}

/** The Comune as access needs it: what hangs below each office, and which offices each type names. */
export interface Organisation {
  /** Offices by code, each with the one it belongs to where that is known. */
  parents: ReadonlyMap<string, string | null>;
  types: readonly TypeOffices[];
}

/** From the offices and the types in force. */
export const organisationOf = (units: UnitNames, types: readonly TypeOffices[]): Organisation => ({
  parents: new Map([...units].map(([code, unit]) => [code, parentOf(unit)])),
  types,
});

/** An office and all that belong to it, in whatever order; one that nobody lists is still itself. */
export function officesBelow(unit: string, { parents }: Pick<Organisation, 'parents'>): string[] {
  const found = new Set([unit]);
  for (const office of found) for (const [code, parent] of parents) if (parent === office) found.add(code);
  return [...found];
}

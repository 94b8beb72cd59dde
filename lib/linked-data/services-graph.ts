import { toCov } from '#lib/projections/cov.ts';
import { toCpsvApIt } from '#lib/projections/cpsv-ap-it.ts';
import type { Comune } from '#lib/procedures/comune.ts';
import type { Day } from '#lib/procedures/day.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { UnitNames } from '#lib/procedures/types/units.ts';
import type { Statement } from '#lib/records/rdf/terms.ts';

/** What the Comune publishes of its procedures, whoever keeps it. */
export interface PublishedTypes {
  listTypes(today: Day): ProcedureType[];
  findType(code: string, today: Day): ProcedureType | null;
  versions(code: string): readonly { type: ProcedureType }[];
  units(): UnitNames;
  comune(): Comune;
}

/** A type of procedure with its published versions; null where no published type bears the code. */
export function serviceGraph(types: PublishedTypes, code: string, today: Day, base: string): Statement[] | null {
  const type = types.findType(code, today);
  const versions = types.versions(code).map((version) => version.type);
  return type && toCpsvApIt(type, versions, base);
}

/** The Comune, its offices and every type of procedure in force. */
export const servicesGraph = (types: PublishedTypes, today: Day, base: string): Statement[] => [
  ...toCov(types.comune(), types.units(), base),
  ...types.listTypes(today).flatMap(({ code }) => serviceGraph(types, code, today, base) ?? []),
];

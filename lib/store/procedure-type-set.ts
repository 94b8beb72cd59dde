import { problem, type TypeProblem } from '#lib/procedures/types/problem.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { UnitNames } from '#lib/procedures/types/units.ts';

/** Offices that a type names and nobody knows. */
export function unknownOffices(type: ProcedureType, units: UnitNames): TypeProblem[] {
  const named = [
    { path: ['unit'], code: type.unit },
    { path: ['responsible'], code: type.responsible },
    { path: ['decidingOffice'], code: type.decidingOffice },
    { path: ['informationOffice'], code: type.informationOffice },
    { path: ['substitute', 'office'], code: type.substitute.office },
  ];
  return named
    .filter(({ code }) => !units.has(code))
    .map(({ path, code }) => problem('unknownOffice', path, `«${code}» non è un ufficio`, `"${code}" is no office`));
}

/** Two files with the same version of a type; two versions in force at once are told apart by their number. */
export function versionsAtOdds(types: readonly ProcedureType[]): string[] {
  const seen = new Set<string>();
  return types.flatMap(({ code, version }) => {
    const name = `${code}, version ${version}`;
    if (seen.has(name)) return [`${name} is there twice`];
    seen.add(name);
    return [];
  });
}

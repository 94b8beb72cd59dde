import { problem, type TypeProblem } from './problem.ts';
import type { ProcedureType } from './procedure-type.ts';
import type { UnitNames } from './units.ts';

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

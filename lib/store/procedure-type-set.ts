import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';

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

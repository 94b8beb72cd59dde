import { cache } from 'react';
import { composition } from '#lib/composition.ts';
import { checkSource, type CheckedSource } from '#lib/procedures/types/check-source.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { TypeVersion } from '#lib/store/type-drafts/type-drafts.ts';

/** A version with what is wrong with it, and what it is compared with. */
export interface LoadedVersion {
  kept: TypeVersion;
  checked: CheckedSource;
  /** The published version before it, with its text; null for the first. */
  before: { type: ProcedureType; yaml: string } | null;
  /** Offices whose type it is, before and after. */
  units: string[];
}

export interface VersionProps {
  params: Promise<{ code: string; version: string }>;
}

/** Once in a request; null when there is no such version. */
export const loadVersion = cache(async (code: string, version: string): Promise<LoadedVersion | null> => {
  const { typeDrafts, procedureTypes, titolari, today } = composition();
  const kept = await typeDrafts.findVersion(code, Number(version));
  if (!kept) return null;
  const checked = checkSource(kept.source, kept, {
    catalogue: procedureTypes.catalogue(),
    units: procedureTypes.units(),
    titolari: titolari.versions(),
    today: today(),
  });
  const before = procedureTypes.versions(code).find(({ type }) => type.version < kept.version) ?? null;
  const units = [before?.type.unit, checked.type?.unit].filter((unit) => unit !== undefined);
  return { kept, checked, before, units: [...new Set(units)] };
});

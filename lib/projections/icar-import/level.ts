import type { HarvestRecord } from '#lib/records/harvest-views.ts';

/** Where a unit stands, and what ICAR takes it for. */
export interface Standing {
  /** Complesso archivistico: whatever is neither a file nor an item, and any root. */
  complex: boolean;
  id: string;
  /** The unit above, by its id; null for the root. */
  above: string | null;
  /** Its place among its siblings, from 1. */
  place: number;
}

export const isComplex = ({ level }: HarvestRecord): boolean => level !== 'file' && level !== 'item';

/** ICAR tells the three kinds of description by `level`; words that it gives another meaning at the root are left out. */
export function levelOf(
  { level, levelLabel }: HarvestRecord,
  isRoot: boolean,
): { level: string; otherlevel: string | null } {
  const label =
    isRoot && /^(ProgettoDigitalizzazione|Progetto|StrumentoDiRicerca)$/.test(levelLabel ?? '') ? null : levelLabel;
  return level === 'other' ? { level: 'otherlevel', otherlevel: label ?? 'other' } : { level, otherlevel: label };
}

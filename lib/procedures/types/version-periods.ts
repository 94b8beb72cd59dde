import { addDays, type Day } from '#lib/procedures/day.ts';
import type { ProcedureType } from './procedure-type.ts';

type Dated = Pick<ProcedureType, 'version' | 'validFrom' | 'validTo'>;

/** Of several versions of a type the one that holds on a day: the newest of those whose days these are. */
export function versionInForce<T extends Dated>(versions: readonly T[], day: Day): T | null {
  return versions.reduce<T | null>(
    (found, one) => (holds(one, day) && one.version > (found?.version ?? 0) ? one : found),
    null,
  );
}

const holds = ({ validFrom, validTo }: Dated, day: Day): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);

/** The last day on which requests are filed under a version: its own end, or the eve of the next version; null while none is known. */
export function lastDayOf(version: Dated, versions: readonly Dated[]): Day | null {
  const eves = versions.flatMap((one) =>
    one.version > version.version && one.validFrom !== null ? [addDays(one.validFrom, -1)] : [],
  );
  const ends = [...eves, ...(version.validTo === null ? [] : [version.validTo])].toSorted();
  return ends[0] ?? null;
}

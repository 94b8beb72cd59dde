import type pg from 'pg';
import type { DocumentGate } from '#lib/store/documents/admit.ts';
import type { DecisionContext } from '#lib/procedures/cases/decision.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';
import type { Series, SeriesKey } from './current-archive.ts';
import { officeCalendar } from './columns-of.ts';
import type { TypeVersions } from './type-versions.ts';

/** All that reading and writing of procedures stand on. */
export interface Desk {
  pool: pg.Pool;
  /** Where the bytes of documents lie. */
  dataDir: string;
  /** By which documents come in. */
  gate: DocumentGate;
  types: ProcedureTypes;
  versions: TypeVersions;
  now: () => Date;
  takeIds: (count: number) => Promise<string[]>;
  /** The series of the current archive for a class of the titolario and a kind of fascicolo. */
  seriesOf: (key: SeriesKey) => Promise<Series>;
}

/** An office as sender or addressee: the register holds names that are read for ever, not codes (DPR 445/2000 art. 53 c. 1). */
export const officeNamed = ({ types }: Pick<Desk, 'types'>, unit: string): { name: string } => ({
  name: types.units().get(unit)?.it ?? unit,
});

/** What a case of a version of a type is decided by at an instant. */
export async function contextAt(
  desk: Desk,
  client: Pick<pg.ClientBase, 'query'>,
  type: { code: string; version: number },
  now: Date,
): Promise<DecisionContext> {
  return {
    type: await desk.versions.load(client, type.code, type.version),
    catalogue: desk.types.catalogue(),
    law: desk.types.law(),
    calendar: officeCalendar(desk.types.calendar(), desk.types.comune().office),
    now,
  };
}

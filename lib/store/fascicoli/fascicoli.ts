import type pg from 'pg';
import type { VirusScanner } from '#lib/antivirus/scanner.ts';
import { listVersions, openVersion } from '#lib/store/documents/document-versions.ts';
import { createDocumentGate } from '#lib/store/documents/admit.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';
import { createCurrentArchive } from '#lib/store/procedures/current-archive.ts';
import type { Desk } from '#lib/store/procedures/desk.ts';
import { createIdSource } from '#lib/store/procedures/id-source.ts';
import { createTypeVersions } from '#lib/store/procedures/type-versions.ts';
import { changeUnit, reclassify } from './change-fascicolo.ts';
import { closeFascicolo } from './close-fascicolo.ts';
import type { Fascicoli } from './fascicolo-port.ts';
import { fillFascicolo } from './fill-fascicolo.ts';
import { findEntry } from './find-entry.ts';
import { findDocument, findFascicolo, listDocuments } from './find-fascicolo.ts';
import { countByVoice, countFascicoli, listFascicoli } from './list-fascicoli.ts';
import { openFascicolo } from './open-fascicolo.ts';
import { isLedByHand, replaceInFascicolo } from './replace-in-fascicolo.ts';
import { reopenFascicolo } from './reopen-fascicolo.ts';
import { listYears } from './repertorio-years.ts';
import { listEntries, listRepertori, numberDocument, openRepertorio } from './repertori.ts';

export type * from './fascicolo-port.ts';

/** Fascicoli and repertori over the store. One per process. */
export function createFascicoli(parts: {
  pool: pg.Pool;
  dataDir: string;
  types: ProcedureTypes;
  now: () => Date;
  /** Looks at what comes in; without one documents are not checked. */
  scanner?: VirusScanner | null;
}): Fascicoli {
  const { pool, dataDir, types } = parts;
  const desk: Desk = {
    ...parts,
    gate: createDocumentGate({ ...parts, scanner: parts.scanner ?? null }),
    versions: createTypeVersions(),
    takeIds: createIdSource(pool),
    seriesOf: createCurrentArchive(pool, () => types.comune()),
  };
  return {
    list: (query) => listFascicoli(pool, query),
    count: (query) => countFascicoli(pool, query),
    countByVoice: (titolario) => countByVoice(pool, titolario),
    find: (id) => findFascicolo(pool, id),
    listDocuments: (id, page) => listDocuments(pool, id, page),
    findDocument: (id, record) => findDocument(pool, id, record),
    open: (request, actor) => openFascicolo(desk, request, actor),
    fill: (id, document, actor) => fillFascicolo(desk, id, document, actor),
    replace: (id, record, next, actor) => replaceInFascicolo(desk, { id, record }, next, actor),
    listVersions: async (id, record) => {
      if (record.includes('\0') || !(await isLedByHand(pool, id))) return null;
      const versions = await listVersions(pool, id, record);
      return versions.length > 0 ? versions : null;
    },
    openVersion: async (id, record, version) =>
      !record.includes('\0') && (await isLedByHand(pool, id)) ? openVersion(parts, id, record, version) : null,
    reclassify: (id, voice, reason, actor) => reclassify(desk, id, voice, reason, actor),
    changeUnit: (id, unit, actor) => changeUnit(desk, id, unit, actor),
    close: (id, request, actor) => closeFascicolo(desk, id, request, actor),
    reopen: (id, why, actor) => reopenFascicolo(desk, id, why, actor),
    listRepertori: () => listRepertori(pool),
    openRepertorio: (given, actor) => openRepertorio(desk, given, actor),
    numberDocument: (request, actor) => numberDocument(desk, request, actor),
    listEntries: (code, page) => listEntries(pool, code, page),
    listYears: (code) => listYears(pool, code),
    findEntry: (code, record) => findEntry(pool, dataDir, code, record),
  };
}

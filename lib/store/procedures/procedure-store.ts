import type pg from 'pg';
import type { VirusScanner } from '#lib/antivirus/scanner.ts';
import { anyRoom, type DiskRoom } from '#lib/store/documents/disk-room.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { listVersions, openVersion } from '#lib/store/documents/document-versions.ts';
import { receiveDocument } from '#lib/store/documents/receive.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';
import { act } from './act.ts';
import { addDocument, findAdded } from './add-document.ts';
import { answerRequest } from './answer-request.ts';
import { assignMany } from './assign-many.ts';
import { contextAt } from './desk.ts';
import { fileProcedure } from './file-procedure.ts';
import { readWithin } from '#lib/store/citizens/as-citizen.ts';
import { findAnswer } from './find-answer.ts';
import { findByReference, findCase, findDocument, isThere, isWithinReach } from './find-case.ts';
import { findHandled } from './find-handled.ts';
import { findIdentities } from './find-identities.ts';
import { listDocuments } from './list-documents.ts';
import { readMine } from './my-cases.ts';
import { noteSeen } from './note-seen.ts';
import { countMyTable, listMyTable, myTableChoices } from './my-table.ts';
import { countWork, listWork } from './list-work.ts';
import { createCaseMessages } from './messages/messages.ts';
import { openDesk } from './open-desk.ts';
import type { ProcedureReading } from './procedure-reading.ts';
import type { ProcedureWriting } from './procedure-writing.ts';
import { replaceDocumentOfCase } from './replace-document-of-case.ts';
import { reprojectDeadlines } from './reproject-deadlines.ts';
import { eventsAfter } from './stored-events.ts';
import { sweep } from './sweep.ts';

export type * from './procedure-reading.ts';
export type * from './procedure-writing.ts';
export type * from './answer-port.ts';
export type * from './case-view.ts';
export type * from './list-documents.ts';
export type * from './messages/messages.ts';
export type * from './my-cases.ts';
export type { MyTableChoices, MyTableFilter } from './my-table.ts';
export type * from './work-query.ts';
export type { Actor } from './actor.ts';

/** Procedures: the only way to read and write them. One per process. */
export type ProcedureStore = ProcedureReading & ProcedureWriting;

export interface ProcedureStoreParts {
  pool: pg.Pool;
  dataDir: string;
  types: ProcedureTypes;
  /** The clock, moved where a demonstration moves it. */
  now: () => Date;
  /** Looks at what comes in; without one documents are not checked. */
  scanner?: VirusScanner | null;
  /** Asked for what comes in. */
  room?: DiskRoom | undefined;
}

const mostEvents = 200;

export function createProcedureStore(parts: ProcedureStoreParts): ProcedureStore {
  const { pool, types, now } = parts;
  const desk = openDesk(parts);
  const today = () => romeDay(now());
  return {
    listWork: (query) => listWork(pool, query, today()),
    countWork: (scope) => countWork(pool, scope, today()),
    findCase: (id, reach) => findCase(desk, id, reach),
    hasCase: (id, reach) => isWithinReach(pool, id, reach),
    findHandled: (ids, reach) => findHandled(desk, ids.slice(0, 100), reach),
    listEvents: async (id, reach, { after = 0, limit = mostEvents } = {}) => {
      const most = Math.min(Math.max(Math.trunc(limit), 1), mostEvents);
      const events = await readWithin(pool, reach, async (reader) =>
        (await isThere(reader, id, reach)) ? eventsAfter(reader, id, after, most + 1) : null,
      );
      if (!events) return null;
      const shown = events.slice(0, most);
      return { events: shown, next: events.length > most ? (shown.at(-1)?.n ?? null) : null };
    },
    findByReference: (scheme, value, reach) => findByReference(pool, scheme, value, reach),
    readMine: (whose, pages = {}) => readMine(desk, whose, pages),
    listMyTable: (whose, filter, page) => listMyTable(pool, whose, filter, page, today()),
    countMyTable: (whose, filter) => countMyTable(pool, whose, filter),
    myTableChoices: (whose) => myTableChoices(pool, whose),
    noteSeen: (reader, id) => noteSeen(pool, reader, id, now()),
    findIdentities: async (id, reach, actor, as = null) =>
      (await isWithinReach(pool, id, reach)) ? findIdentities(pool, id, actor, as) : [],
    contextOf: (procedure) => contextAt(desk, pool, procedure.type, now()),
    listDocuments: (id, reach, page = {}) => listDocuments(parts, id, reach, page),
    findDocument: (id, record, reach) => findDocument(pool, id, record, reach),
    fileProcedure: async (request, actor) => {
      await types.current();
      return fileProcedure(desk, request, actor);
    },
    act: async (request) => {
      await types.current();
      return act(desk, request);
    },
    receiveDocument: (source, longest) =>
      receiveDocument(parts.dataDir, source, longest, { room: parts.room ?? anyRoom }),
    admit: (document, bringer) => desk.gate.admit(document, bringer),
    addDocument: (request) => addDocument(desk, request),
    replaceDocument: (request) => replaceDocumentOfCase(desk, request),
    listVersions: async (id, record, reach) => {
      if (!(await isWithinReach(pool, id, reach))) return null;
      const versions = await listVersions(pool, id, record);
      return versions.length > 0 ? versions : null;
    },
    openVersion: async (id, record, version, reach) =>
      (await isWithinReach(pool, id, reach)) ? openVersion(parts, id, record, version) : null,
    answerRequest: async (request) => {
      await types.current();
      return answerRequest(desk, request);
    },
    findAnswer: (id, record, reach) => findAnswer(pool, id, record, reach),
    messages: createCaseMessages(desk),
    findAdded: (idempotency) => findAdded(parts.pool, idempotency),
    assignMany: (request) => assignMany(desk, request),
    sweep: (signal) => sweep(desk, signal),
    reproject: () => reprojectDeadlines(desk),
  };
}

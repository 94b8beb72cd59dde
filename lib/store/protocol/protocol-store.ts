import type pg from 'pg';
import { isInForce } from '#lib/fascicoli/titolario.ts';
import { classificationOn } from '#lib/fascicoli/classification.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import type { ReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import type { Registration } from '#lib/procedures/cases/filing-facts.ts';
import type { Day } from '#lib/procedures/day.ts';
import type { VirusScanner } from '#lib/antivirus/scanner.ts';
import { createDocumentGate, type Admitted, type NotTaken } from '#lib/store/documents/admit.ts';
import type { GivenBytes } from '#lib/store/documents/keep.ts';
import { readDocument } from '#lib/store/documents/read.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';
import { createCurrentArchive } from '#lib/store/procedures/current-archive.ts';
import { createIdSource } from '#lib/store/procedures/id-source.ts';
import { changeRegistration, type Change, type ChangeResult } from './change-registration.ts';
import {
  countDailyRegisters,
  listDailyRegisters,
  makeDailyRegisters,
  noteDelivery,
  undeliveredDailyRegisters,
  type DailyRegister,
} from './daily-registers.ts';
import { UnknownClass, type DocumentToRegister } from './document-to-register.ts';
import { listEmergencyDays, noteEmergencyDay, type EmergencyDay } from './emergency-days.ts';
import {
  endEmergency,
  listEmergencies,
  openEmergency,
  type EmergencyOpening,
  type EmergencyRegister,
} from './emergency-register.ts';
import {
  findRegisteredFile,
  findRegistration,
  countRegistrations,
  findRegistrations,
  type RegisterPage,
  type RegisterQuery,
} from './find-registrations.ts';
import { countMessages, discardMessage, findMessage, listMessages, type MessageView } from './mail-messages.ts';
import { documentOfMessage } from './message-document.ts';
import { registerMessage } from './register-message.ts';
import { sendRegistration, type LetterOfRegistration } from './send-registration.ts';
import type { MessageState } from './registration-view.ts';
import { createRegisterPlace } from './register-place.ts';
import { createRegistrar, type Registered } from './registrar.ts';

/** Under which the protocol itself is kept: Archivio generale. */
const ofTheArchive = { title: 'I', class: 6 };
export { UnknownClass } from './document-to-register.ts';
export type * from './document-to-register.ts';
export type * from './registration-view.ts';
export type * from './emergency-register.ts';
export type { EmergencyDay } from './emergency-days.ts';
export type * from './change-registration.ts';
export type * from './find-registrations.ts';
export type { MessageView } from './mail-messages.ts';
export type { DailyRegister } from './daily-registers.ts';
export type { Registered } from './registrar.ts';

/** The protocol register: the only way to read and write it beside the documents of procedures. One per process. */
export interface ProtocolStore {
  /** Keeps bytes before they are registered, unless the virus scanner is against it. */
  keep(given: GivenBytes, by: string): Promise<Admitted>;
  /** Registered is what this has answered. */
  register(document: DocumentToRegister): Promise<Registered>;
  find(query: RegisterQuery): Promise<RegisterPage>;
  count(query: RegisterQuery): Promise<number>;
  findOne(year: number, number: number): ReturnType<typeof findRegistration>;
  openFile(
    year: number,
    number: number,
    record: string,
  ): Promise<{ stream: ReadStream; format: string; bytes: number } | null>;
  change(key: { year: number; number: number }, change: Change, by: string): Promise<ChangeResult>;
  openEmergency(opening: Omit<EmergencyOpening, 'register'>): Promise<{ id: string } | 'open'>;
  endEmergency(id: string, endedAt: Date, by: string): Promise<'done' | 'no'>;
  emergencies(): Promise<EmergencyRegister[]>;
  emergencyDays(emergencies: readonly string[]): Promise<EmergencyDay[]>;
  noteEmergencyDay(said: { id: string; day: Day; operations: number }, by: string): Promise<'done' | 'no'>;
  dailyRegisters(before?: Day): Promise<DailyRegister[]>;
  countDailyRegisters(): Promise<number>;
  openDailyRegister(daily: DailyRegister): ReadStream;
  /** Of the days that are over; how many were made. */
  makeDailyRegisters(signal?: AbortSignal): Promise<number>;
  /** Made and not yet in preservation, the oldest first. */
  undelivered(): Promise<DailyRegister[]>;
  noteDelivery(day: Day, delivery: unknown): Promise<boolean>;
  messages(query: { state?: MessageState | undefined; before?: string | undefined }): Promise<MessageView[]>;
  countMessages(state: MessageState | undefined): Promise<number>;
  /** The message as it came or went; one that carries a virus is not opened. */
  openMessage(id: string, by: string): Promise<ReadStream | NotTaken | null>;
  /** Registers a message that waits, without what in it carries a virus; null where it waits no more. It waits on while the scanner is away. */
  registerMessage(id: string, operator: string): Promise<Registration | 'scannerAway' | null>;
  discardMessage(id: string, reason: string): Promise<boolean>;
  /** Sends the documents of a registration from the box of PEC, with the segnatura. */
  send(key: { year: number; number: number }, letter: LetterOfRegistration): Promise<boolean>;
}

export interface ProtocolStoreParts {
  pool: pg.Pool;
  dataDir: string;
  types: Pick<ProcedureTypes, 'comune' | 'law' | 'calendar' | 'titolari'>;
  now: () => Date;
  /** Looks at what comes in; without one documents are not checked. */
  scanner?: VirusScanner | null;
}

export function createProtocolStore(parts: ProtocolStoreParts): ProtocolStore {
  const { pool, types, now, dataDir } = parts;
  const gate = createDocumentGate({ ...parts, scanner: parts.scanner ?? null });
  const takeIds = createIdSource(pool);
  const seriesOf = createCurrentArchive(pool, () => types.comune());
  const archiveSeries = () =>
    seriesOf({ ...classificationOn(types.titolari().versions(), ofTheArchive, romeDay(now())), kind: 'attivita' });
  const place = createRegisterPlace(pool, archiveSeries, takeIds);
  const book = async () => {
    const { register, code } = types.comune();
    return { register, aoo: code, place: await place() };
  };
  const register = () => types.comune().register;
  const hasClass = (code: string) => isInForce(types.titolari().versions(), code, romeDay(now()));
  const registrar = createRegistrar({ pool, now, takeIds, book });
  return {
    keep: (given, by) => gate.admitGiven(given, { by, about: null }),
    register: async (document) => {
      const { classification } = document;
      if (classification !== null && !hasClass(classification))
        throw new UnknownClass(`the titolario in force has no class ${classification}`);
      return registrar(document);
    },
    find: (query) => findRegistrations(pool, register(), query),
    count: (query) => countRegistrations(pool, register(), query),
    findOne: (year, number) => findRegistration(pool, register(), year, number),
    openFile: async (year, number, record) => {
      const found = await findRegisteredFile(pool, register(), year, number, record);
      if (!found) return null;
      return { stream: readDocument(dataDir, found.storageKey), format: found.format, bytes: found.bytes };
    },
    change: async (key, change, by) =>
      change.kind === 'classified' && !hasClass(change.after)
        ? 'noClass'
        : changeRegistration(pool, { ...key, register: register() }, change, by, now()),
    openEmergency: (opening) => openEmergency(pool, { ...opening, register: register() }, now()),
    endEmergency: (id, endedAt, by) => endEmergency(pool, id, endedAt, by),
    emergencies: () => listEmergencies(pool, register()),
    emergencyDays: (emergencies) => listEmergencyDays(pool, emergencies),
    noteEmergencyDay: (said, by) => noteEmergencyDay(pool, said, { by, now: now() }),
    dailyRegisters: (before) => listDailyRegisters(pool, register(), before),
    countDailyRegisters: () => countDailyRegisters(pool, register()),
    openDailyRegister: ({ storageKey }) => readDocument(dataDir, storageKey),
    makeDailyRegisters: (signal) => makeDailyRegisters(parts, signal),
    undelivered: () => undeliveredDailyRegisters(pool, register()),
    messages: (query) => listMessages(pool, query),
    countMessages: (state) => countMessages(pool, state),
    openMessage: async (id, by) => {
      const found = await findMessage(pool, id);
      if (!found) return null;
      const looked = await gate.check(found, { by, about: `message ${id}` });
      return looked === 'mayBeOpened' ? readDocument(dataDir, found.storageKey) : looked;
    },
    registerMessage: async (id, operator) => {
      const found = await findMessage(pool, id);
      if (found?.state !== 'toRegister') return null;
      const bytes = await buffer(readDocument(dataDir, found.storageKey));
      const office = { name: types.comune().name.it };
      const read = await documentOfMessage(bytes, found, { gate, office, operator });
      if (read === 'scannerAway') return read;
      const { document, remark } = read;
      const ids = await takeIds(1 + document.attachments.length);
      return registerMessage(pool, id, document, { book: await book(), ids, now: now(), remark });
    },
    discardMessage: (id, reason) => discardMessage(pool, id, reason),
    send: (key, letter) => sendRegistration(parts, { ...key, register: register() }, letter),
    noteDelivery: (day, delivery) => noteDelivery(pool, register(), day, delivery, now()),
  };
}

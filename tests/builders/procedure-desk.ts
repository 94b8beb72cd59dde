import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import type { VirusScanner } from '#lib/antivirus/scanner.ts';
import type { CalendarData } from '#lib/procedures/calendar-data.ts';
import type { Action } from '#lib/procedures/cases/action.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import { firstInstantOf } from '#lib/procedures/rome.ts';
import { createPool } from '#lib/store/pool.ts';
import {
  createProcedureStore,
  type FilingRequest,
  type ProcedureStore,
  type Receipt,
} from '#lib/store/procedures/procedure-store.ts';
import { createProcedureTypes, type ProcedureTypes } from '#lib/store/procedure-types.ts';
import { syncTypes } from '#lib/store/procedures/sync-types.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';
import { demoCatalogue } from './procedure-types.ts';

/** A store of procedures over a database of its own, with a clock that is moved by hand. */
export interface TestDesk {
  database: FreshDatabase;
  pool: pg.Pool;
  owner: pg.Pool;
  store: ProcedureStore;
  types: ProcedureTypes;
  dataDir: string;
  /** Eleven in the morning of a day in Italy. */
  setDay(day: string): void;
  now(): Date;
  /** The same store after an edit of the calendar file. */
  withCalendar(calendar: CalendarData): ProcedureStore;
  end(): Promise<void>;
}

/** @param scanner looks at what comes in */
export async function openTestDesk(day: string, scanner: VirusScanner | null = null): Promise<TestDesk> {
  const database = await freshDatabase();
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-desk-'));
  const pool = createPool(database.appUrl, { applicationName: 'test', max: 8 });
  const owner = createPool(database.ownerUrl, { applicationName: 'test owner', max: 2 });
  const types = createProcedureTypes('schemas/procedures');
  await syncTypes(pool, types.sources());
  let at = morningOf(day);
  const now = () => at;
  const parts = { pool, dataDir, types, now, scanner };
  return {
    database,
    pool,
    owner,
    store: createProcedureStore(parts),
    types,
    dataDir,
    setDay: (next) => (at = morningOf(next)),
    now,
    withCalendar: (calendar) => createProcedureStore({ ...parts, types: { ...types, calendar: () => calendar } }),
    end: async () => {
      await pool.end();
      await owner.end();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export const morningOf = (day: string): Date => new Date(firstInstantOf(day).getTime() + 11 * 3_600_000);

export const all = { kind: 'all' } as const;
export const officer = { kind: 'officer', id: 'anna' } as const;

/** A request for patronage: thirty days that roll, silence without meaning. */
export function aRequest(change: Partial<FilingRequest> = {}): FilingRequest {
  return {
    type: 'patrocinio',
    channel: 'pec',
    identification: 'pec',
    parties: [
      {
        role: 'applicant',
        actsFor: null,
        agent: {
          kind: 'person',
          name: 'Lucia Bonfante',
          taxCode: 'BNFLCU80A41G224X',
          contacts: { email: 'lucia@example.org' },
        },
      },
    ],
    answers: {},
    subject: 'Patrocinio per la festa di Lucia Bonfante in Prato della Valle',
    place: 'Prato della Valle',
    request: { bytes: Buffer.from('{"festa":true}'), format: 'json', fileName: null },
    documents: [],
    externalReferences: [],
    aboutRecord: null,
    call: null,
    ...change,
  };
}

/** Files, or says why not. */
export async function filed(store: ProcedureStore, change: Partial<FilingRequest> = {}): Promise<Receipt> {
  const result = await store.fileProcedure(aRequest(change), { kind: 'system' });
  if (result.kind !== 'filed') throw new Error(`not filed: ${JSON.stringify(result)}`);
  return result.receipt;
}

const catalogue = demoCatalogue();

/** The way on to a node, with every tick made and an act named. */
export function wayTo(
  procedure: Procedure,
  to: string,
  ...found: Extract<Action, { kind: 'advance' }>['found']
): Action {
  const activity = procedure.state === 'running' ? catalogue.get(procedure.at.activity) : undefined;
  return {
    kind: 'advance',
    to,
    found,
    checked: [...(activity?.checklist ?? []).keys()],
    act: { reference: 'det. 1/2026', record: null },
  };
}

/** Acts as the officer on what the case is now; throws where it is refused. */
export async function does(
  store: ProcedureStore,
  id: string,
  action: Action | ((procedure: Procedure) => Action),
): Promise<Procedure> {
  const view = await store.findCase(id, all);
  if (!view) throw new Error(`no case ${id}`);
  const wanted = typeof action === 'function' ? action(view.procedure) : action;
  const result = await store.act({
    id,
    reach: all,
    actor: officer,
    action: wanted,
    expected: view.procedure.version,
  });
  if (result.kind !== 'done') throw new Error(`${wanted.kind}: ${JSON.stringify(result)}`);
  return result.procedure;
}

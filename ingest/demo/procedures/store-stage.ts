import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { DecisionContext } from '#lib/procedures/cases/decision.ts';
import { evolve } from '#lib/procedures/cases/evolve.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import type { Calendar } from '#lib/procedures/calendar.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';
import { createProcedureStore, type Idempotency, type ProcedureStore } from '#lib/store/procedures/procedure-store.ts';
import { demoClient } from '#lib/store/procedures/demo-progress.ts';
import { pdfOf } from './pdf.ts';
import type { Stage } from './play.ts';

/** All cases: who may do what was looked at when the script was written. */
const reach = { kind: 'all' } as const;

export interface StageParts {
  pool: pg.Pool;
  dataDir: string;
  types: ProcedureTypes;
  calendar: Calendar;
  lanes: number;
}

/** One store with a clock of its own: what is done at once happens at different times. */
interface Lane {
  store: ProcedureStore;
  clock: Date;
}

/**
 * The store, its clock moved to each step. Every step has a key: one that was done before the load was killed answers as it did then, and
 * nothing is done twice.
 */
export function storeStage({ pool, dataDir, types, calendar, lanes }: StageParts): Stage {
  const free = Array.from({ length: lanes }, (): Lane => {
    const lane: Lane = {
      clock: new Date(0),
      store: createProcedureStore({ pool, dataDir, types, now: () => lane.clock }),
    };
    return lane;
  });
  const waiting: ((lane: Lane) => void)[] = [];
  const at = async <T>(instant: Date, work: (store: ProcedureStore) => Promise<T>): Promise<T> => {
    const lane = free.pop() ?? (await new Promise<Lane>((resolve) => waiting.push(resolve)));
    lane.clock = instant;
    try {
      return await work(lane.store);
    } finally {
      const next = waiting.shift();
      if (next) next(lane);
      else free.push(lane);
    }
  };
  const versions = new Map<string, ProcedureType>(
    types.sources().map(({ type }) => [`${type.code} ${type.version}`, type]),
  );
  return {
    file: (request, actor, instant, key) =>
      at(instant, async (store) => {
        const { request: document, documents, ...rest } = request;
        const bytes = [document, ...documents].flatMap((one) => ('bytes' in one ? [one.bytes] : []));
        const result = await store.fileProcedure({ ...request, idempotency: keyed(key, rest, bytes) }, actor);
        if (result.kind !== 'filed') throw refused(key, result);
        const { id, version } = result.receipt;
        const page = await store.listEvents(id, reach, { limit: version });
        return folded(key, page?.events.map(({ event }) => event) ?? []);
      }),
    addPaper: (procedure, { kind, flow, title, paragraphs }, actor, instant, key) =>
      at(instant, async (store) => {
        const bytes = pdfOf(title, [...paragraphs, subjectOf(procedure)]);
        const result = await store.addDocument({
          id: procedure.id,
          reach,
          actor,
          expected: null,
          document: { kind, code: null, title, flow, bytes, format: 'pdf', fileName: null },
          idempotency: keyed(key, title, [bytes]),
        });
        if (result.kind !== 'added') throw refused(key, result);
        return result.record;
      }),
    act: (procedure, action, actor, instant, key) =>
      at(instant, async (store) => {
        const idempotency = keyed(key, action, []);
        const result = await store.act({ id: procedure.id, reach, actor, action, expected: null, idempotency });
        if (result.kind !== 'done') throw refused(key, result);
        return result.procedure;
      }),
    contextAt({ type }, now): DecisionContext {
      const known = versions.get(`${type.code} ${type.version}`);
      if (!known) throw new Error(`${type.code} has no version ${type.version}`);
      return { type: known, catalogue: types.catalogue(), law: types.law(), calendar, now };
    },
  };
}

function keyed(key: string, said: unknown, bytes: readonly Uint8Array[]): Idempotency {
  const hash = createHash('sha256').update(JSON.stringify(said));
  for (const one of bytes) hash.update(one);
  return { client: demoClient, key, requestHash: hash.digest('hex') };
}

function folded(key: string, events: readonly Parameters<typeof evolve>[1][]): Procedure {
  const procedure = events.reduce<Procedure | null>(evolve, null);
  if (!procedure) throw new Error(`case ${key} has no events`);
  return procedure;
}

const refused = (key: string, result: unknown): Error =>
  new Error(`step ${key} of the demonstration was not done: ${JSON.stringify(result).slice(0, 600)}`);

const subjectOf = ({ type, filing: { registration } }: Procedure): string =>
  `Pratica ${registration.number}/${registration.year}, ${type.code}.`;

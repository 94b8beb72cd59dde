import { createHash } from 'node:crypto';
import type { DecisionContext } from '#lib/procedures/cases/decision.ts';
import { evolve } from '#lib/procedures/cases/evolve.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import type { Calendar } from '#lib/procedures/calendar.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';
import type { Idempotency, ProcedureStore } from '#lib/store/procedures/procedure-store.ts';
import { demoClient } from '#lib/store/procedures/demo-progress.ts';
import { pdfOf } from './pdf.ts';
import type { Stage } from './play.ts';

/** All cases: who may do what was looked at when the script was written. */
const reach = { kind: 'all' } as const;

export interface StageParts {
  store: ProcedureStore;
  types: ProcedureTypes;
  calendar: Calendar;
  /** Moves the clock that the store reads. */
  setClock(at: Date): void;
}

/**
 * The store, its clock moved to each step. Every step has a key: one that was done before the load was killed answers as it did then, and
 * nothing is done twice.
 */
export function storeStage({ store, types, calendar, setClock }: StageParts): Stage {
  const versions = new Map<string, ProcedureType>(
    types.sources().map(({ type }) => [`${type.code} ${type.version}`, type]),
  );
  return {
    async file(request, actor, at, key) {
      setClock(at);
      const { request: document, documents, ...rest } = request;
      const bytes = [document, ...documents].map((one) => one.bytes);
      const result = await store.fileProcedure({ ...request, idempotency: keyed(key, rest, bytes) }, actor);
      if (result.kind !== 'filed') throw refused(key, result);
      const { id, version } = result.receipt;
      const page = await store.listEvents(id, reach, { limit: version });
      return folded(key, page?.events.map(({ event }) => event) ?? []);
    },
    async addPaper(procedure, { kind, flow, title, paragraphs }, actor, at, key) {
      setClock(at);
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
    },
    async act(procedure, action, actor, at, key) {
      setClock(at);
      const result = await store.act({
        id: procedure.id,
        reach,
        actor,
        action,
        expected: null,
        idempotency: keyed(key, action, []),
      });
      if (result.kind !== 'done') throw refused(key, result);
      return result.procedure;
    },
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

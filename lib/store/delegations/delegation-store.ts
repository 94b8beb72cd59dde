import { stat } from 'node:fs/promises';
import type pg from 'pg';
import type { VirusScanner } from '#lib/antivirus/scanner.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { createDocumentGate } from '#lib/store/documents/admit.ts';
import { readDocument, type ByteRange } from '#lib/store/documents/read.ts';
import type { ReceivedDocument } from '#lib/store/documents/receive.ts';
import { documentPath } from '#lib/store/documents/storage-key.ts';
import { actOnDelegation, type DelegationRequest } from './act-on-delegation.ts';
import type { Proof } from './delegation-row.ts';
import { claimDelegation, giveDelegation, type NewDelegation } from './give-delegation.ts';
import { countToCheck, findDelegation, listDelegations, listToCheck } from './list-delegations.ts';

export type { DelegationView, Proof } from './delegation-row.ts';
export type { DelegationPage } from './list-delegations.ts';
export type { DelegationRequest, DelegationResult } from './act-on-delegation.ts';
export type { Given, NewDelegation } from './give-delegation.ts';

export interface DelegationStoreParts {
  pool: pg.Pool;
  dataDir: string;
  now: () => Date;
  scanner: VirusScanner | null;
  /** Ids of new agents. */
  ids: (count: number) => Promise<string[]>;
}

/** Who acts for whom: given, claimed, accepted, ended. Whether somebody may is `lib/access`'s to say before. One per process. */
export function createDelegationStore({ pool, dataDir, now, scanner, ids }: DelegationStoreParts) {
  const gate = createDocumentGate({ pool, dataDir, now, scanner });
  const today = () => romeDay(now());
  const fresh = async () => (await ids(1))[0] ?? '';
  return {
    list: (agent: string, side: 'given' | 'received', after?: string) =>
      listDelegations(pool, agent, side, after, today()),
    listToCheck: (member: string, after?: string) => listToCheck(pool, member, after, today()),
    countToCheck: () => countToCheck(pool, today()),
    find: (code: string, reader: { kind: 'citizen' | 'officer'; id: string }) =>
      isCode(code) ? findDelegation(pool, code, reader, today()) : Promise.resolve(null),
    /** Bytes of a deed, once the scanner has seen them. */
    admit: (document: ReceivedDocument, by: string) => gate.admit(document, { by, about: null }),
    give: (given: NewDelegation & { principal: string; by: string }) => giveDelegation(pool, given, now()),
    claim: (claimed: NewDelegation & { delegate: string; proof: Proof }) => claimDelegation(pool, claimed, now()),
    act: async (request: Omit<DelegationRequest, 'actor'> & { actor: Omit<DelegationRequest['actor'], 'at'> }) =>
      isCode(request.code)
        ? actOnDelegation(pool, fresh, { ...request, actor: { ...request.actor, at: now() } }, today())
        : { kind: 'unknown' as const },
    /** A deed as documents are handed out. */
    proof: ({ storageKey, sha256, format, bytes }: Proof) => ({
      record: 'prova',
      format,
      bytes,
      sha256,
      destroyedOn: null,
      present: () =>
        stat(documentPath(dataDir, storageKey)).then(
          ({ size }) => size,
          () => null,
        ),
      open: (range?: ByteRange) => readDocument(dataDir, storageKey, range),
    }),
  };
}
export type DelegationStore = ReturnType<typeof createDelegationStore>;

const isCode = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

import type pg from 'pg';
import type { Scanned, VirusScanner } from '#lib/antivirus/scanner.ts';
import { draftOf, type GivenBytes } from './keep.ts';
import { readDocument } from './read.ts';
import type { ReceivedDocument } from './receive.ts';
import type { KeptDocument } from './storage-key.ts';
import { findScan, noteScan } from './virus-scans.ts';

/** Who brought bytes, and to what they were to be added: what the audit says of those that are infected. */
export interface Bringer {
  by: string;
  /** Id of the case, fascicolo or message. */
  about: string | null;
}

/** Why bytes are not taken; nothing of them is left. */
export type NotTaken =
  | { kind: 'infected'; signature: string }
  /** A scanner is configured and does not answer: without it nothing is taken. */
  | { kind: 'scannerAway' };
export type Admitted = { kind: 'admitted'; kept: KeptDocument } | NotTaken;

/** The door by which documents come in: looked at by the scanner, where there is one, before they are kept. */
export interface DocumentGate {
  admit(document: ReceivedDocument, bringer: Bringer): Promise<Admitted>;
  admitGiven(given: GivenBytes, bringer: Bringer): Promise<Admitted>;
  /** Of bytes that lie kept because they must not be lost (a message): whether they may be opened. Looked at once, then remembered. */
  check(kept: Pick<KeptDocument, 'sha256' | 'storageKey'>, bringer: Bringer): Promise<'mayBeOpened' | NotTaken>;
}

export interface GateParts {
  pool: Pick<pg.Pool, 'query'>;
  dataDir: string;
  now: () => Date;
  /** Null: documents are not checked, and are said not to be. */
  scanner: VirusScanner | null;
}

export function createDocumentGate({ pool, dataDir, now, scanner }: GateParts): DocumentGate {
  const settle = async (sha256: string, scanned: Scanned, bringer: Bringer): Promise<'mayBeOpened' | NotTaken> => {
    if (scanned.kind === 'away') return { kind: 'scannerAway' };
    await noteScan(pool, sha256, scanned, now());
    if (scanned.kind !== 'infected') return 'mayBeOpened';
    await auditInfection(pool, { sha256, scanned, bringer, at: now() });
    return { kind: 'infected', signature: scanned.signature };
  };
  const admit = async (document: ReceivedDocument, bringer: Bringer): Promise<Admitted> => {
    try {
      const scanned = scanner && (await scanner.scan(() => document.read()));
      const settled = scanned ? await settle(document.sha256, scanned, bringer) : 'mayBeOpened';
      if (settled === 'mayBeOpened') return { kind: 'admitted', kept: await document.keep() };
      await document.discard();
      return settled;
    } catch (error) {
      await document.discard();
      throw error;
    }
  };
  return {
    admit,
    admitGiven: async (given, bringer) =>
      admit('received' in given ? given.received : await draftOf(dataDir, given.bytes), bringer),
    check: async ({ sha256, storageKey }, bringer) => {
      const known = await findScan(pool, sha256);
      if (known?.verdict === 'infected') return { kind: 'infected', signature: known.said ?? '' };
      if (known || !scanner) return 'mayBeOpened';
      return settle(sha256, await scanner.scan(() => readDocument(dataDir, storageKey)), bringer);
    },
  };
}

interface Infection {
  sha256: string;
  scanned: Extract<Scanned, { kind: 'infected' }>;
  bringer: Bringer;
  at: Date;
}

/** Not the name of the file: it may name a person, and nothing of it was kept. */
async function auditInfection(
  pool: Pick<pg.Pool, 'query'>,
  { sha256, scanned: { signature, engine }, bringer: { by, about }, at }: Infection,
): Promise<void> {
  await pool.query(
    `INSERT INTO eli4u.audit_event (at, actor, action, subject_id, details) VALUES ($1, $2, 'document.infected', $3, $4)`,
    [at, by, about, JSON.stringify({ sha256, signature, engine })],
  );
}

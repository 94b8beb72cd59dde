import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm, utimes, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { gatherEvidence, type FileEvidence } from '#lib/records/file-evidence.ts';
import { makeFolder } from '#lib/store/make-folder.ts';
import { anyRoom, betweenLooks, type DiskRoom } from './disk-room.ts';
import { documentPath, draftsFolder, storageKeyOf, type KeptDocument } from './storage-key.ts';

/** Bytes that have all come and lie flushed beside the documents; nobody refers to them until they are kept. */
export interface ReceivedDocument extends KeptDocument {
  evidence: FileEvidence;
  /** The bytes, from their beginning, while they are neither kept nor discarded. */
  read(): AsyncIterable<Uint8Array>;
  /** Gives them their name. Bytes that lay there under it, whole or not, are replaced by these. */
  keep(): Promise<KeptDocument>;
  discard(): Promise<void>;
}

/** Why bytes could not be taken; nothing of them is left. */
export type NotReceived =
  | { kind: 'empty' }
  | { kind: 'tooLong' }
  | { kind: 'noSpace' }
  /** The sender went away in the middle. */
  | { kind: 'cut' };

export type Received = { kind: 'received'; document: ReceivedDocument } | NotReceived;

/** What a draft is written through. */
export interface DraftFile {
  write(part: Uint8Array, from: number): Promise<{ bytesWritten: number }>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

const openDraft = (file: string): Promise<FileHandle> => open(file, 'wx', 0o600);

export interface Receiving {
  openFile?: (file: string) => Promise<DraftFile>;
  /** Asked before the first byte and again and again; without it the disk is filled to its end. */
  room?: DiskRoom;
}

/**
 * Takes bytes as they come, a part at a time: each is written before the next is asked for, so that memory stays the same however long a
 * document is. Their hash, size and format are known when the last has come.
 */
export async function receiveDocument(
  dataDir: string,
  source: AsyncIterable<Uint8Array>,
  longest: number,
  { openFile = openDraft, room = anyRoom }: Receiving = {},
): Promise<Received> {
  const draft = path.join(draftsFolder(dataDir), randomUUID());
  const discard = () => rm(draft, { force: true });
  try {
    await makeFolder(path.dirname(draft));
    const file = await openFile(draft);
    const written = await writeAll(file, source, longest, room).finally(() => file.close());
    if (written.kind === 'written') return { kind: 'received', document: receivedAt(dataDir, draft, written) };
    await discard();
    return written;
  } catch (error) {
    await discard();
    if (isFull(error)) return { kind: 'noSpace' };
    throw error;
  }
}

interface Written {
  kind: 'written';
  sha256: string;
  bytes: number;
  evidence: FileEvidence;
}

async function writeAll(
  file: DraftFile,
  source: AsyncIterable<Uint8Array>,
  longest: number,
  room: DiskRoom,
): Promise<Written | NotReceived> {
  const hash = createHash('sha256');
  const evidence = gatherEvidence();
  let bytes = 0;
  let lookAt = 0;
  const parts = source[Symbol.asyncIterator]();
  for (;;) {
    const next = await parts.next().catch(() => null);
    if (next === null) return { kind: 'cut' };
    if (next.done) break;
    if (bytes >= lookAt) {
      if (!(await room(next.value.byteLength))) {
        await parts.return?.();
        return { kind: 'noSpace' };
      }
      lookAt = bytes + betweenLooks;
    }
    bytes += next.value.byteLength;
    if (bytes > longest) {
      await parts.return?.();
      return { kind: 'tooLong' };
    }
    hash.update(next.value);
    evidence.add(next.value);
    try {
      await writeWhole(file, next.value);
    } catch (error) {
      await parts.return?.();
      throw error;
    }
  }
  if (bytes === 0) return { kind: 'empty' };
  await file.sync();
  return { kind: 'written', sha256: hash.digest('hex'), bytes, evidence: evidence.found() };
}

/** A write may take less than it was given. */
export async function writeWhole(file: DraftFile, part: Uint8Array): Promise<void> {
  for (let at = 0; at < part.byteLength;) at += (await file.write(part, at)).bytesWritten;
}

function receivedAt(dataDir: string, draft: string, { sha256, bytes, evidence }: Written): ReceivedDocument {
  const kept = { sha256, bytes, storageKey: storageKeyOf(sha256) };
  const target = documentPath(dataDir, kept.storageKey);
  return {
    ...kept,
    evidence,
    read: () => createReadStream(draft),
    keep: async () => {
      const folder = path.dirname(target);
      await makeFolder(folder);
      // Young, so that a scarto of the same content that runs at this moment leaves it to the document that is about to refer to it.
      const now = new Date();
      await utimes(draft, now, now);
      await rename(draft, target);
      await flushFolder(folder);
      return kept;
    },
    discard: () => rm(draft, { force: true }),
  };
}

/** No room on the disk, or none left of the quota. */
export function isFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOSPC' || code === 'EDQUOT';
}

/** The new name itself must survive a power cut; not every system can flush a folder. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

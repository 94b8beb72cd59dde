import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { documentPath } from './storage-key.ts';

/** Bytes from one to another, both within. */
export interface ByteRange {
  start: number;
  end: number;
}

/** The bytes of a storage key, or a part of them. */
export function readDocument(dataDir: string, storageKey: string, range?: ByteRange): ReadStream {
  return createReadStream(documentPath(dataDir, storageKey), range);
}

/** The bytes of a storage key, to be compared with their hash while they are read; null where they are not there, or are not as many as they were. */
export async function openAsLong(dataDir: string, storageKey: string, bytes: number): Promise<ReadStream | null> {
  const found = await stat(documentPath(dataDir, storageKey)).catch(() => null);
  return found?.isFile() && found.size === bytes ? readDocument(dataDir, storageKey) : null;
}

export type Condition = 'whole' | 'missing' | 'altered' | 'unreadable';

/** Whether bytes are as they were kept: there, and with their hash. Read a part at a time. */
export async function conditionOf(dataDir: string, storageKey: string, sha256: string): Promise<Condition> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of readDocument(dataDir, storageKey)) hash.update(chunk as Buffer);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'unreadable';
  }
  return hash.digest('hex') === sha256 ? 'whole' : 'altered';
}

/** Whether the bytes of a document are there and still have its hash. */
export async function keepsDocument(dataDir: string, storageKey: string, sha256: string): Promise<boolean> {
  return (await conditionOf(dataDir, storageKey, sha256)) === 'whole';
}

import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
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

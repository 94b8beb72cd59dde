import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { open, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from './make-folder.ts';

export interface KeptDocument {
  sha256: string;
  bytes: number;
  /** Where it lies below the folder of documents. */
  storageKey: string;
}

/** Where the bytes of a storage key lie. */
export function documentPath(dataDir: string, storageKey: string): string {
  if (!/^[0-9a-f]{2}\/[0-9a-f]{64}$/.test(storageKey)) throw new Error('this is no key of a document');
  return path.join(dataDir, 'documents', storageKey);
}

/**
 * Keeps bytes under their SHA-256 before anything refers to them: written beside, flushed to the disk, then named. A transaction that
 * fails afterwards leaves a file that nobody refers to, which harms nothing and serves the next attempt.
 */
export async function keepDocument(dataDir: string, bytes: Uint8Array): Promise<KeptDocument> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const storageKey = `${sha256.slice(0, 2)}/${sha256}`;
  const target = documentPath(dataDir, storageKey);
  const kept = { sha256, bytes: bytes.length, storageKey };
  // Touched, so that a scarto of the same content that runs at this moment leaves it to the document that is about to refer to it.
  if ((await isWhole(target, bytes.length)) && (await touched(target))) return kept;
  const folder = path.dirname(target);
  await makeFolder(folder);
  const draft = `${target}.${randomUUID()}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
    await flushFolder(folder);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return kept;
}

export function readDocument(dataDir: string, storageKey: string): ReadStream {
  return createReadStream(documentPath(dataDir, storageKey));
}

/** Whether the bytes of a document are there and still have its hash. */
export async function keepsDocument(dataDir: string, storageKey: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of readDocument(dataDir, storageKey)) hash.update(chunk as Buffer);
  } catch {
    return false;
  }
  return hash.digest('hex') === sha256;
}

async function touched(file: string): Promise<boolean> {
  const now = new Date();
  return utimes(file, now, now).then(
    () => true,
    () => false,
  );
}

async function isWhole(file: string, bytes: number): Promise<boolean> {
  return stat(file).then(
    ({ size }) => size === bytes,
    () => false,
  );
}

/** The new name itself must survive a power cut; not every system can flush a folder. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

import { stat } from 'node:fs/promises';
import type pg from 'pg';
import { isReferredTo } from '#lib/store/documents/referred-to.ts';
import { documentPath, isStorageKey } from '#lib/store/documents/storage-key.ts';
import { unreferencedDocuments } from '#lib/store/documents/unreferenced.ts';
import { endBytes, setBytesAside } from './destroy-bytes.ts';

/** Milliseconds after which nobody is about to refer to bytes that came: no request lasts so long. */
const stale = 24 * 60 * 60 * 1000;

/**
 * Ends bytes to which nothing that is kept refers: what was refused after it had come. By the way of a scarto, so that whoever brings the same
 * content at this moment loses nothing.
 * @param now milliseconds since 1970, as files bear them
 * @returns how many
 */
export async function sweepUnreferenced(pool: pg.Pool, dataDir: string, now: number): Promise<number> {
  let ended = 0;
  for await (const key of unreferencedDocuments(pool, dataDir)) {
    const found = isStorageKey(key) ? await stat(documentPath(dataDir, key)).catch(() => null) : null;
    if (!found || now - found.mtimeMs < stale || (await isBeingDestroyed(pool, key))) continue;
    if ((await setBytesAside(dataDir, key, () => isReferredTo(pool, key))) !== 'removed') continue;
    await endBytes(dataDir, key);
    ended++;
  }
  return ended;
}

/** A scarto that is under way ends them itself, and reports it. */
async function isBeingDestroyed(pool: pg.Pool, storageKey: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'SELECT FROM eli4u.disposal_file WHERE storage_key = $1 AND outcome IS NULL LIMIT 1',
    [storageKey],
  );
  return Boolean(rowCount);
}

import { rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { derivedFolder } from '#lib/store/derived/derived-path.ts';
import { drawingsOf } from '#lib/store/derived/drawing-drafts.ts';
import { documentPath } from '#lib/store/documents/storage-key.ts';

/** `shared`: a document that lives has the same content. `deferred`: somebody has just brought the same content again; asked anew later. */
export type BytesOutcome = 'removed' | 'shared' | 'absent' | 'deferred';

/** Whoever keeps bytes writes or touches them first, and refers to them within this time. */
export const graceMilliseconds = 60_000;

/** Where bytes lie between the decision and the end. */
const asideOf = (file: string) => `${file}.scarto`;

/**
 * Takes the bytes of a storage key out of the store, all but for the end (`endBytes`), so that a crash between leaves something to see.
 * Set aside first and asked after: whoever brings the same content meanwhile finds nothing and writes it anew.
 * @param isLive whether a document that lives has this content
 */
export async function setBytesAside(
  dataDir: string,
  storageKey: string,
  isLive: () => Promise<boolean>,
  grace = graceMilliseconds,
): Promise<BytesOutcome> {
  const file = documentPath(dataDir, storageKey);
  const aside = asideOf(file);
  if (await isLive()) {
    await bringBack(aside, file);
    return 'shared';
  }
  const there = await stat(file).catch(() => null);
  if (there === null) return (await stat(aside).catch(() => null)) ? 'removed' : 'absent';
  await rename(file, aside);
  const moved = await stat(aside);
  if (await isLive()) {
    await bringBack(aside, file);
    return 'shared';
  }
  if (moved.mtimeMs > Date.now() - grace) {
    await bringBack(aside, file);
    return 'deferred';
  }
  return 'removed';
}

/** What was set aside is gone for good, and all that was derived from it or begun to be. */
export async function endBytes(dataDir: string, storageKey: string): Promise<void> {
  await rm(asideOf(documentPath(dataDir, storageKey)), { force: true });
  for (const derived of [derivedFolder(dataDir, storageKey), ...(await drawingsOf(dataDir, storageKey))])
    await rm(derived, { recursive: true, force: true });
}

/** What is left of the bytes of a storage key, as paths below the folder of data. */
export async function remainsOf(dataDir: string, storageKey: string): Promise<string[]> {
  const file = documentPath(dataDir, storageKey);
  const derived = [derivedFolder(dataDir, storageKey), ...(await drawingsOf(dataDir, storageKey))];
  const places = [file, asideOf(file), ...derived];
  const found = await Promise.all(places.map((place) => stat(place).catch(() => null)));
  return places.flatMap((place, i) => (found[i] ? [path.relative(dataDir, place)] : []));
}

async function bringBack(aside: string, file: string): Promise<void> {
  if (await stat(file).catch(() => null)) await rm(aside, { force: true });
  else await rename(aside, file).catch(ignoreMissing);
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}

import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { draftsFolder } from './storage-key.ts';

/** No upload goes on so long without a byte. */
const stale = 24 * 60 * 60 * 1000;

/** Removes what a process left that was ended while bytes came. A draft that is still written to is young. @returns how many */
export async function sweepDrafts(dataDir: string, now: number): Promise<number> {
  const folder = draftsFolder(dataDir);
  const names = await readdir(folder).catch(() => []);
  let removed = 0;
  for (const name of names) {
    const draft = path.join(folder, name);
    const found = await stat(draft).catch(() => null);
    if (!found?.isFile() || now - found.mtimeMs < stale) continue;
    await rm(draft, { force: true });
    removed++;
  }
  return removed;
}

import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '#lib/store/make-folder.ts';
import { derivedFolder } from './derived-path.ts';

/** Far beyond what a drawing may take (`run-drawing.ts`), the wait for its turn included. */
const stale = 60 * 60 * 1000;

/** How the folders begin in which pictures are drawn, beside where they will lie. */
export const draftPrefix = 'draft-';

/** A folder to draw in. It is named after the bytes, so that it is found when these end. */
export async function beginDrawing(dataDir: string, storageKey: string): Promise<string> {
  const folder = derivedFolder(dataDir, storageKey);
  await makeFolder(path.dirname(folder));
  return mkdtemp(path.join(path.dirname(folder), `${draftPrefix}${path.basename(folder)}-`));
}

/** Where pictures of those bytes are being drawn, or were when a process was ended. */
export async function drawingsOf(dataDir: string, storageKey: string): Promise<string[]> {
  const folder = derivedFolder(dataDir, storageKey);
  const names = await namesOf(path.dirname(folder));
  return names
    .filter((name) => name.startsWith(`${draftPrefix}${path.basename(folder)}-`))
    .map((name) => path.join(path.dirname(folder), name));
}

/** Removes drawings that a process left when it was ended. @returns how many */
export async function sweepDrawings(dataDir: string, now: number): Promise<number> {
  const root = path.join(dataDir, 'derived');
  let removed = 0;
  for (const folder of await namesOf(root))
    for (const name of await namesOf(path.join(root, folder))) {
      if (!name.startsWith(draftPrefix)) continue;
      const draft = path.join(root, folder, name);
      const found = await stat(draft).catch(() => null);
      if (!found || now - found.mtimeMs < stale) continue;
      await rm(draft, { recursive: true, force: true });
      removed++;
    }
  return removed;
}

const namesOf = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

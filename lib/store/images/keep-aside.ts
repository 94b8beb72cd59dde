import { randomUUID } from 'node:crypto';
import { constants, copyFile, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { diskRoom } from '#lib/store/documents/disk-room.ts';
import { makeFolder } from '#lib/store/make-folder.ts';

/** Bytes that copies of what could not be taken leave free of the disk: nothing else has to give way to them. */
const keptFree = 1024 ** 3;

/**
 * Keeps the file of a page that could not be taken, so that somebody can look at it when whoever sent it has gone: below `quarantine/` in the
 * folder of data, under the SHA-256 (hex) of its bytes, with its own ending. What is there already is left.
 * @returns where it lies, below the folder of data; null where the disk has no room for it
 */
export async function keepAside(dataDir: string, file: string, sha256: string): Promise<string | null> {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(file)?.[0].toLowerCase() ?? '';
  const key = path.join('quarantine', sha256.slice(0, 2), `${sha256}${ending}`);
  const target = path.join(dataDir, key);
  const { size } = await stat(file);
  const there = await stat(target).catch(() => null);
  if (there?.size === size) return key;
  if (!(await diskRoom(dataDir, keptFree)(size))) return null;
  await makeFolder(path.dirname(target));
  const draft = `${target}.${randomUUID()}`;
  try {
    await copyFile(file, draft, constants.COPYFILE_FICLONE);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return key;
}

/** What is kept aside, as names below the folder of data: somebody has to look at it, and to remove it when a better one has come. */
export async function* keptAside(dataDir: string): AsyncGenerator<string> {
  const namesOf = (folder: string): Promise<string[]> => readdir(path.join(dataDir, folder)).catch(() => []);
  for (const folder of await namesOf('quarantine'))
    for (const name of await namesOf(path.join('quarantine', folder))) yield path.join('quarantine', folder, name);
}

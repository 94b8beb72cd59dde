import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { anyRoom, betweenLooks, type DiskRoom } from '#lib/store/documents/disk-room.ts';
import { makeFolder } from '#lib/store/make-folder.ts';
import { isPyramidKey, pyramidPath } from '#lib/store/images/pyramid-path.ts';
import { createShelf } from './byte-shelf.ts';

/** Answers that were drawn, kept on the disk. */
export interface DerivedFiles {
  read(pyramidKey: string, name: string): Promise<Buffer | null>;
  write(pyramidKey: string, name: string, bytes: Buffer): Promise<void>;
  /** Finds what was kept before this process began; what was drawn from pyramids that are gone goes too. */
  begin(): Promise<void>;
}

/** Bytes that a file takes at least: it is of blocks. */
const block = 4096;

export const derivedFolder = (dataDir: string): string => path.join(dataDir, 'derived-images');

/** Below the key of its pyramid, so that it goes with it. */
function placeOf(pyramidKey: string, name: string): string {
  const hash = createHash('sha256').update(name).digest('base64url').slice(0, 27);
  return path.join(pyramidKey.replace(/\.tif$/, ''), hash);
}

/**
 * Keeps as many bytes as given; what was unused for longest goes first. Each is written beside and renamed: what is there is whole. Where the disk
 * has no room nothing is written: what can be drawn again leaves the last of it to what cannot.
 */
export function createDerivedFiles(dataDir: string, mostBytes: number, room: DiskRoom = anyRoom): DerivedFiles {
  const hasRoom = askedSeldom(room);
  const folder = derivedFolder(dataDir);
  const shelf = createShelf<null>(
    mostBytes,
    (place) => void rm(path.join(folder, place), { force: true }).catch(ignore),
  );
  const made = new Set<string>();
  return {
    read: async (pyramidKey, name) => {
      const place = placeOf(pyramidKey, name);
      const bytes = await readFile(path.join(folder, place)).catch(() => null);
      if (bytes === null) shelf.drop(place);
      else if (shelf.get(place) === undefined) shelf.put(place, null, onDisk(bytes.length));
      return bytes;
    },
    write: async (pyramidKey, name, bytes) => {
      if (!(await hasRoom(bytes.length))) return;
      const place = placeOf(pyramidKey, name);
      const target = path.join(folder, place);
      const parent = path.dirname(target);
      if (!made.has(parent)) await makeFolder(parent);
      if (made.size > 10_000) made.clear();
      made.add(parent);
      const draft = `${target}.${randomUUID()}`;
      try {
        await writeFile(draft, bytes);
        await rename(draft, target);
        shelf.put(place, null, onDisk(bytes.length));
      } catch (error) {
        made.delete(parent);
        await rm(draft, { force: true });
        throw error;
      }
    },
    begin: async () => {
      for (const place of await oldestFirst(dataDir, folder)) shelf.put(place.place, null, onDisk(place.bytes));
    },
  };
}

/** Looks at the disk once for many files, as long as it has room. */
function askedSeldom(room: DiskRoom): DiskRoom {
  let granted = 0;
  return async (bytes) => {
    if (granted < bytes) granted = (await room(bytes + betweenLooks)) ? bytes + betweenLooks : 0;
    if (granted < bytes) return false;
    granted -= bytes;
    return true;
  };
}

const onDisk = (bytes: number): number => Math.ceil(bytes / block) * block;
const ignore = (): undefined => undefined;

async function oldestFirst(dataDir: string, folder: string): Promise<{ place: string; bytes: number; at: number }[]> {
  const found: { place: string; bytes: number; at: number }[] = [];
  for (const first of await readdir(folder).catch(() => []))
    for (const pyramid of await readdir(path.join(folder, first)).catch(() => [])) {
      const key = `${first}/${pyramid}.tif`;
      const below = path.join(folder, first, pyramid);
      if (!isPyramidKey(key)) continue;
      if (!(await stat(pyramidPath(dataDir, key)).catch(() => null))) {
        await rm(below, { recursive: true, force: true });
        continue;
      }
      for (const name of await readdir(below).catch(() => [])) {
        const facts = await stat(path.join(below, name)).catch(() => null);
        // A draft of a process that was killed.
        if (facts && name.includes('.') && Date.now() - facts.mtimeMs > 60_000)
          await rm(path.join(below, name), { force: true });
        else if (facts && !name.includes('.'))
          found.push({ place: path.join(first, pyramid, name), bytes: facts.size, at: facts.atimeMs });
      }
    }
  return found.toSorted((one, other) => one.at - other.at);
}

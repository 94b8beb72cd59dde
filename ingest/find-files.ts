import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isImageName } from './images/image-names.ts';

export interface FoundFiles {
  files: string[];
  /** Files of other kinds in a folder, but for images: not read, only counted. */
  passedOver: number;
  /** Folders and files that could not be reached, with the reason. */
  unreachable: { path: string; reason: string }[];
}

/** Every file named, and every `.xml` below every folder named, each once and in order of name; links are not followed out of a folder. */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], passedOver: 0, unreachable: [] };
  for (const given of paths) {
    try {
      const facts = await stat(given);
      if (facts.isDirectory()) await walk(given, found);
      else if (facts.isFile()) found.files.push(given);
      // A pipe or a device may never end.
      else found.unreachable.push({ path: given, reason: 'neither a file nor a folder' });
    } catch (error) {
      found.unreachable.push({ path: given, reason: reasonOf(error) });
    }
  }
  return { ...found, files: await eachOnce(found.files) };
}

/** A file that is named and also lies in a folder that is named is one file. */
async function eachOnce(files: readonly string[]): Promise<string[]> {
  const met = new Map<string, string>();
  for (const file of files) {
    const place = await realpath(file).catch(() => file);
    if (!met.has(place)) met.set(place, file);
  }
  return [...met.values()];
}

async function walk(folder: string, found: FoundFiles): Promise<void> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    found.unreachable.push({ path: folder, reason: reasonOf(error) });
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) await walk(full, found);
    else if (entry.isFile() && entry.name.toLowerCase().endsWith('.xml')) found.files.push(full);
    // Images are of the sets that are looked for next.
    else if (!isImageName(entry.name)) found.passedOver++;
  }
}

/** Why the file system said no, in plain words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it';
  if (code === 'ENOENT') return 'no such file or folder';
  return error instanceof Error ? error.message : String(error);
}

import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

export interface FoundFiles {
  files: string[];
  /** Files of other kinds in a folder: not read, only counted. */
  passedOver: number;
  /** Folders and files that could not be reached, with the reason. */
  unreachable: { path: string; reason: string }[];
}

/** Every file named, and every `.xml` below every folder named, in order of name; links are not followed out of a folder. */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], passedOver: 0, unreachable: [] };
  for (const given of paths) {
    try {
      const facts = await stat(given);
      if (facts.isDirectory()) await walk(given, found);
      else found.files.push(given);
    } catch (error) {
      found.unreachable.push({ path: given, reason: reasonOf(error) });
    }
  }
  return found;
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
    else found.passedOver++;
  }
}

/** Why the file system said no, in plain words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it';
  if (code === 'ENOENT') return 'no such file or folder';
  return error instanceof Error ? error.message : String(error);
}

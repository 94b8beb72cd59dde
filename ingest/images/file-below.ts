import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { fingerprint } from '#lib/store/source-files.ts';

/** Where a file truly lies; null where that is not below the folder (no link leads out of it), or where it cannot be reached. */
export async function placeBelow(folder: string, file: string): Promise<string | null> {
  try {
    const [root, place] = await Promise.all([realpath(folder), realpath(path.join(folder, file))]);
    return place.startsWith(root.endsWith(path.sep) ? root : root + path.sep) ? place : null;
  } catch {
    return null;
  }
}

/** The hash (SHA-256, hex) and length of a file below a folder; null where it is none, or cannot be read. */
export async function printBelow(folder: string, file: string): Promise<{ sha256: string; bytes: number } | null> {
  const place = await placeBelow(folder, file);
  return place === null ? null : fingerprint(place).catch(() => null);
}

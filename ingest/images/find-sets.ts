import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pageTextFormat } from '#ingest/page-text/read-page-text.ts';
import { isImageName } from './image-names.ts';

/** Images of one unit, where they were found. */
export interface FoundSet {
  kind: 'folder' | 'file' | 'mets' | 'manifest';
  /** The METS file, the manifest, the folder, or an image by itself. */
  path: string;
}

/** XML files by what they are, and the sets of images among what was found. */
export interface SortedFiles {
  /** Finding aids and the like, and what nobody knows. */
  files: string[];
  sets: FoundSet[];
  /** Texts of pages: read with their images. */
  texts: number;
  below: ImagesBelow[];
}

/** Images below the folder of a METS file or manifest: those that it does not name are no set of their own. */
export interface ImagesBelow {
  folder: string;
  files: string[];
}

/** What of the files found are METS files, and which of the folders named, and of those below them, hold images. */
export async function sortSets(paths: readonly string[], files: readonly string[]): Promise<SortedFiles> {
  const sorted: SortedFiles = { files: [], sets: [], texts: 0, below: [] };
  const told = new Set<string>();
  for (const file of files) {
    const kind = isImageName(file) ? 'file' : await kindOf(file);
    if (kind === 'mets' || kind === 'manifest' || kind === 'file') {
      sorted.sets.push({ kind, path: file });
      if (kind !== 'file') told.add(path.dirname(path.resolve(file)));
    } else if (kind === 'text') sorted.texts++;
    else sorted.files.push(file);
  }
  for (const given of paths) await findFolders(given, told, sorted);
  return sorted;
}

/** Files below a METS file are its own; a folder of images above which none stands is a set by itself. */
async function findFolders(folder: string, told: ReadonlySet<string>, sorted: SortedFiles): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  if (told.has(path.resolve(folder))) {
    sorted.below.push({ folder, files: await imagesIn(folder) });
    return;
  }
  if (entries.some((entry) => entry.isFile() && isImageName(entry.name)))
    sorted.sets.push({ kind: 'folder', path: folder });
  for (const entry of entries.filter((one) => one.isFile() && one.name.toLowerCase().endsWith('.json'))) {
    const file = path.join(folder, entry.name);
    if ((await kindOf(file)) === 'manifest') sorted.sets.push({ kind: 'manifest', path: file });
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    if (entry.isDirectory()) await findFolders(path.join(folder, entry.name), told, sorted);
}

async function imagesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && isImageName(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

async function kindOf(file: string): Promise<'mets' | 'manifest' | 'text' | 'other'> {
  const handle = await open(file).catch(() => null);
  if (!handle) return 'other';
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8192), 0, 8192, 0);
    const head = buffer.subarray(0, bytesRead);
    const text = head.toString('latin1');
    if (/<(?:[A-Za-z_][\w.-]*:)?mets[\s>]/.test(text) && !/<(?:\w+:)?(?:OAI-PMH|icar-import|ead)[\s>]/.test(text))
      return 'mets';
    if (/^\s*\{/.test(text) && /iiif\.io\/api\/presentation\/[23]/.test(text)) return 'manifest';
    return pageTextFormat(head) === null ? 'other' : 'text';
  } finally {
    await handle.close();
  }
}

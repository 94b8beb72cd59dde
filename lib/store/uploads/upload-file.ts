import { open, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DraftFile } from '#lib/store/documents/receive.ts';
import { makeFolder } from '#lib/store/make-folder.ts';

export const uploadsFolder = (dataDir: string): string => path.join(dataDir, 'uploads');

/** Where the bytes of an upload lie that have come so far. */
export function uploadPath(dataDir: string, id: string): string {
  if (!/^[0-9a-f]{32}$/.test(id)) throw new Error('this is no id of an upload');
  return path.join(uploadsFolder(dataDir), id);
}

/** How many have come: what lies there, also after a process was ended in the middle. */
export async function bytesSoFar(dataDir: string, id: string): Promise<number> {
  const found = await stat(uploadPath(dataDir, id)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return found?.size ?? 0;
}

export interface UploadFile extends DraftFile {
  truncate(length: number): Promise<void>;
}

/** Opens it to add at its end. */
export async function openUpload(dataDir: string, id: string): Promise<UploadFile> {
  await makeFolder(uploadsFolder(dataDir));
  return open(uploadPath(dataDir, id), 'a', 0o600);
}

export const removeUploadFile = (dataDir: string, id: string): Promise<void> =>
  rm(uploadPath(dataDir, id), { force: true });

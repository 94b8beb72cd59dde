import path from 'node:path';
import { documentPath } from '#lib/store/documents/storage-key.ts';

/** `page`: to be read; `thumb`: to be recognised. */
export const previewSizes = { page: 1400, thumb: 320 } as const;
export type PreviewSize = keyof typeof previewSizes;

/** Where all that was derived from the bytes of a storage key lies; it ends with them (`destroy-bytes.ts`). */
export function derivedFolder(dataDir: string, storageKey: string): string {
  documentPath(dataDir, storageKey);
  return path.join(dataDir, 'derived', storageKey);
}

export const previewPath = (dataDir: string, storageKey: string, size: PreviewSize): string =>
  path.join(derivedFolder(dataDir, storageKey), `${size}.webp`);

/** Says that nothing can be drawn from those bytes, so that nobody tries again. */
export const refusedPath = (dataDir: string, storageKey: string): string =>
  path.join(derivedFolder(dataDir, storageKey), 'no-preview');

import path from 'node:path';

export interface KeptDocument {
  sha256: string;
  bytes: number;
  /** Where it lies below the folder of documents. */
  storageKey: string;
}

/** The key under which bytes of that SHA-256 lie. */
export const storageKeyOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`;

/** Whether a text is such a key. */
export const isStorageKey = (text: string): boolean => /^[0-9a-f]{2}\/[0-9a-f]{64}$/.test(text);

/** Where the bytes of a storage key lie. */
export function documentPath(dataDir: string, storageKey: string): string {
  if (!isStorageKey(storageKey)) throw new Error('this is no key of a document');
  return path.join(dataDir, 'documents', storageKey);
}

/** Where bytes lie that are still coming: on the same disk, so that a name is all it takes to keep them. */
export const draftsFolder = (dataDir: string): string => path.join(dataDir, 'documents', 'drafts');

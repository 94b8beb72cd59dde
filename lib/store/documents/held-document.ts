import type { ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { readDocument, type ByteRange } from './read.ts';
import { documentPath } from './storage-key.ts';

/** The bytes of a document, where they lie and what they should be; who may read them is decided before. */
export interface HeldBytes {
  record: string;
  format: string;
  bytes: number;
  sha256: string;
  storageKey: string;
  /** Day in Italy. */
  destroyedOn: string | null;
  /** Bytes that lie there now; null where they are gone. */
  present(): Promise<number | null>;
  open(range?: ByteRange): ReadStream;
}

/** How what lies under a storage key is asked for and read. */
export function heldUnder(dataDir: string, storageKey: string): Pick<HeldBytes, 'storageKey' | 'present' | 'open'> {
  return {
    storageKey,
    present: async () => {
      const found = await stat(documentPath(dataDir, storageKey)).catch(() => null);
      return found?.isFile() ? found.size : null;
    },
    open: (range) => readDocument(dataDir, storageKey, range),
  };
}

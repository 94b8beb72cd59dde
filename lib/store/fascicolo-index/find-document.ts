import type { ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type pg from 'pg';
import { z } from 'zod';
import { readDocument, type ByteRange } from '#lib/store/documents/read.ts';
import { documentPath } from '#lib/store/documents/storage-key.ts';
import type { IndexedDocument } from './index-query.ts';
import { indexColumns, indexedOf } from './index-row.ts';
import { indexTables } from './index-sql.ts';

/** A document with where its bytes are. */
export interface FoundDocument extends IndexedDocument {
  storageKey: string;
  /** Bytes that lie there now; null where they are gone. */
  present(): Promise<number | null>;
  open(range?: ByteRange): ReadStream;
}

const keySchema = z.object({ storageKey: z.string() });

/** One document of a fascicolo; who may read it is for who asks to decide. */
export async function findDocument(
  pool: Pick<pg.Pool, 'query'>,
  dataDir: string,
  id: string,
  record: string,
): Promise<FoundDocument | null> {
  if (`${id}${record}`.includes('\0')) return null;
  const { rows } = await pool.query(
    `SELECT ${indexColumns}, d.storage_key AS "storageKey" FROM ${indexTables} WHERE o.procedure_id = $1 AND o.record_id = $2`,
    [id, record],
  );
  if (!rows[0]) return null;
  const { storageKey } = keySchema.parse(rows[0]);
  return {
    ...indexedOf(rows[0]),
    storageKey,
    present: async () => {
      const found = await stat(documentPath(dataDir, storageKey)).catch(() => null);
      return found?.isFile() ? found.size : null;
    },
    open: (range) => readDocument(dataDir, storageKey, range),
  };
}

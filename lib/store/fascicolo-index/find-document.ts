import { z } from 'zod';
import type { Reader } from '#lib/store/citizens/as-citizen.ts';
import { heldUnder, type HeldBytes } from '#lib/store/documents/held-document.ts';
import type { Permit } from '#lib/store/keeping/disposals.ts';
import type { IndexedDocument } from './index-query.ts';
import { indexColumns, indexedOf } from './index-row.ts';
import { indexTables } from './index-sql.ts';

/** A document with where its bytes are. */
export interface FoundDocument extends IndexedDocument, Pick<HeldBytes, 'storageKey' | 'present' | 'open'> {
  /** With which it was destroyed. */
  permit: Permit | null;
}

const placeSchema = z.object({
  storageKey: z.string(),
  permit: z.object({ number: z.string(), on: z.string() }).nullable(),
});

const permit = `(SELECT jsonb_build_object('number', s.permit_number, 'on', s.permit_on) FROM eli4u.disposal_file x JOIN eli4u.disposal s ON s.id = x.disposal_id
   WHERE x.document_id = o.record_id AND x.version = d.version) AS permit`;

/** One document of a fascicolo; who may read it is for who asks to decide. */
export async function findDocument(
  pool: Reader,
  dataDir: string,
  id: string,
  record: string,
): Promise<FoundDocument | null> {
  if (`${id}${record}`.includes('\0')) return null;
  const { rows } = await pool.query(
    `SELECT ${indexColumns}, d.storage_key AS "storageKey", ${permit} FROM ${indexTables} WHERE o.procedure_id = $1 AND o.record_id = $2`,
    [id, record],
  );
  if (!rows[0]) return null;
  const { storageKey, permit: destroyedWith } = placeSchema.parse(rows[0]);
  return {
    ...indexedOf(rows[0]),
    permit: destroyedWith,
    ...heldUnder(dataDir, storageKey),
  };
}

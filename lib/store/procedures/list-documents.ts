import type { Readable } from 'node:stream';
import type pg from 'pg';
import { z } from 'zod';
import type { Reach } from '#lib/access/reach.ts';
import { openAsLong } from '#lib/store/documents/read.ts';
import type { DocumentLine } from './case-view.ts';
import { documentColumns, documentOf } from './document-row.ts';
import { readWithin } from '#lib/store/citizens/as-citizen.ts';
import { isThere } from './find-case.ts';

/** A document in its place in the fascicolo. */
export interface PlacedDocument extends DocumentLine {
  /** Counts the documents of the fascicolo from 1. */
  ordinal: number;
  /** With a permit (scarto): its bytes are no more. */
  destroyedOn: string | null;
  /** Its bytes, to be compared with their hash while they are read; null where they are not there, or are not as many as they were. */
  open(): Promise<Readable | null>;
}

export interface DocumentPage {
  items: PlacedDocument[];
  /** What `after` takes for those that follow. */
  next: number | null;
}

const mostDocuments = 500;
const placedSchema = z.object({ ordinal: z.number(), destroyedOn: z.string().nullable(), key: z.string() });

/** Documents of a case in the order in which they joined it, by the unique index of their places; null where there is no case within reach. */
export async function listDocuments(
  { pool, dataDir }: { pool: pg.Pool; dataDir: string },
  id: string,
  reach: Reach,
  { after = 0, limit = mostDocuments }: { after?: number; limit?: number },
): Promise<DocumentPage | null> {
  const most = Math.min(Math.max(Math.trunc(limit), 1), mostDocuments);
  const rows = await readWithin(pool, reach, async (reader) => {
    if (!(await isThere(reader, id, reach))) return null;
    const found = await reader.query(
      `SELECT ${documentColumns}, o.ordinal, d.storage_key AS key, (d.destroyed_at AT TIME ZONE 'Europe/Rome')::date::text AS "destroyedOn"
       FROM eli4u.procedure_document o JOIN eli4u.document d ON d.record_id = o.record_id JOIN eli4u.case_record r ON r.id = o.record_id
       JOIN eli4u.document n ON n.record_id = coalesce(o.registered_with, o.record_id)
      WHERE o.procedure_id = $1 AND o.ordinal > $2 ORDER BY o.ordinal LIMIT $3`,
      [id, after, most + 1],
    );
    return found.rows;
  });
  if (!rows) return null;
  const items = rows.slice(0, most).map((row): PlacedDocument => {
    const { ordinal, destroyedOn, key } = placedSchema.parse(row);
    const document = documentOf(row);
    return { ...document, ordinal, destroyedOn, open: () => openAsLong(dataDir, key, document.bytes) };
  });
  return { items, next: rows.length > most ? (items.at(-1)?.ordinal ?? null) : null };
}

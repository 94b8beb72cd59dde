import type { ReadStream } from 'node:fs';
import type pg from 'pg';
import { readDocument } from '#lib/store/documents/read.ts';
import type { Keeper } from '#lib/store/keeping/actor.ts';
import { audit } from '#lib/store/keeping/audit.ts';
import { findDigitalObjects } from '#lib/store/reading/record-parts.ts';
import type { DigitalObjectView } from '#lib/records/public-views.ts';

export interface PermittedDocument {
  record: string;
  title: string;
  format: string;
  bytes: number;
  destroyed: boolean;
}

/** What there is to read of a record: its own bytes or those of its documents, and its reproductions. Internal ones stay with the office. */
export interface PermittedReading {
  title: string;
  code: string | null;
  documents: PermittedDocument[];
  /** What `after` takes for the documents that follow. */
  next: string | null;
  images: DigitalObjectView[];
}

const pageOf = 100;
// Drafts and notes of the office were never for readers: only what came in or went out, and what has no direction at all.
const readable = `(d.flow IS NULL OR d.flow <> 'internal') AND NOT r.internal AND r.deleted_at IS NULL`;

/** The documents of a record under a permit, a page at a time, in the order of their ids. */
export async function listPermitted(pool: pg.Pool, record: string, after: string): Promise<PermittedReading | null> {
  const { rows: units } = await pool.query<{ title: string; code: string | null }>(
    'SELECT title, reference_code AS code FROM eli4u.record WHERE id = $1 AND NOT internal AND deleted_at IS NULL',
    [record],
  );
  if (!units[0]) return null;
  const [{ rows }, images] = await Promise.all([
    pool.query<Omit<PermittedDocument, 'bytes'> & { bytes: string | number }>(
      `SELECT r.id AS record, r.title, d.format, d.bytes, d.destroyed_at IS NOT NULL AS destroyed
         FROM eli4u.record r JOIN eli4u.document d ON d.record_id = r.id
        WHERE (r.id = $1 OR r.parent_id = $1) AND r.id > $2 AND ${readable} ORDER BY r.id LIMIT ${pageOf + 1}`,
      [record, after],
    ),
    findDigitalObjects(pool, record),
  ]);
  const documents = rows.slice(0, pageOf).map((row) => ({ ...row, bytes: Number(row.bytes) }));
  return {
    ...units[0],
    documents,
    next: rows.length > pageOf ? (documents.at(-1)?.record ?? null) : null,
    images,
  };
}

/** Opens the bytes of one of them, and writes down who read what: art. 123 leaves the documents reserved. */
export async function openPermitted(
  pool: pg.Pool,
  dataDir: string,
  { record, document }: { record: string; document: string },
  reader: Keeper,
): Promise<{ stream: ReadStream; format: string; bytes: number; fileName: null } | null> {
  if (document.includes('\0')) return null;
  const { rows } = await pool.query<{ key: string; format: string; bytes: string | number }>(
    `SELECT d.storage_key AS key, d.format, d.bytes FROM eli4u.record r JOIN eli4u.document d ON d.record_id = r.id
      WHERE r.id = $2 AND (r.id = $1 OR r.parent_id = $1) AND d.destroyed_at IS NULL AND ${readable}`,
    [record, document],
  );
  const [found] = rows;
  if (!found) return null;
  await audit(pool, reader, 'reading.opened', document, { record });
  return { stream: readDocument(dataDir, found.key), format: found.format, bytes: Number(found.bytes), fileName: null };
}

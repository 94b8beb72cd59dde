import type pg from 'pg';
import { mayAnybodyRead } from '#lib/access/visibility.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import type { Visibility } from '#lib/records/phase.ts';
import { heldUnder, type HeldBytes } from '#lib/store/documents/held-document.ts';

interface OpenRow {
  record: string;
  title: string;
  format: string;
  bytes: string | number;
  sha256: string;
  storageKey: string;
  visibility: Visibility;
  internal: boolean;
}

/** A document that anybody reads, with the public title of its record. */
export interface OpenDocument extends HeldBytes {
  title: string;
}

/** The document that a record of the historical archive is; null where it is none, or not everybody's. */
export async function findOpenDocument(pool: pg.Pool, dataDir: string, id: string): Promise<OpenDocument | null> {
  if (!isIdentifier(id)) return null;
  const { rows } = await pool.query<OpenRow>({
    name: 'reading-open-document',
    text: `SELECT r.id AS record, r.title, d.format, d.bytes, d.hash AS sha256, d.storage_key AS "storageKey", r.visibility, r.internal
        FROM eli4u.record r JOIN eli4u.document d ON d.record_id = r.id
       WHERE r.id = $1 AND r.deleted_at IS NULL AND d.destroyed_at IS NULL`,
    values: [id],
  });
  const [row] = rows;
  if (!row || !mayAnybodyRead(row)) return null;
  const { record, title, format, bytes, sha256, storageKey } = row;
  return { record, title, format, bytes: Number(bytes), sha256, destroyedOn: null, ...heldUnder(dataDir, storageKey) };
}

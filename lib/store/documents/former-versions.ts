import type { Readable } from 'node:stream';
import type pg from 'pg';
import { z } from 'zod';
import { openAsLong } from './read.ts';

const rowSchema = z.object({
  record: z.string(),
  version: z.number(),
  sha256: z.string(),
  format: z.string(),
  bytes: z.coerce.number(),
  fileName: z.string().nullable(),
  replacedOn: z.string(),
  key: z.string(),
});

/** A version of a document that another took the place of. */
export interface FormerVersion extends Omit<z.output<typeof rowSchema>, 'key'> {
  /** Its bytes; null where they are not there, or are not as many. */
  open(): Promise<Readable | null>;
}

/** The former versions of these documents that live, the first one first; who may read a document reads them too. */
export async function findFormerVersions(
  { pool, dataDir }: { pool: Pick<pg.Pool, 'query'>; dataDir: string },
  records: readonly string[],
): Promise<FormerVersion[]> {
  const { rows } = await pool.query(
    `SELECT record_id AS record, version, hash AS sha256, format, bytes, file_name AS "fileName", storage_key AS key,
            (replaced_at AT TIME ZONE 'Europe/Rome')::date::text AS "replacedOn"
       FROM eli4u.document_version WHERE record_id = ANY($1) AND destroyed_at IS NULL ORDER BY record_id, version`,
    [records],
  );
  return rows.map((row) => {
    const { key, ...version } = rowSchema.parse(row);
    return { ...version, open: () => openAsLong(dataDir, key, version.bytes) };
  });
}

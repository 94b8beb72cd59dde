import type { Readable } from 'node:stream';
import type pg from 'pg';
import { z } from 'zod';
import { readDocument } from './read.ts';
import { virusScanColumn, virusScanSchema } from './virus-scans.ts';

const versionRowSchema = z.object({
  version: z.number(),
  sha256: z.string(),
  format: z.string(),
  bytes: z.number(),
  fileName: z.string().nullable(),
  /** Instant, ISO. */
  addedAt: z.string(),
  addedBy: z.string(),
  /** Why it took the place of the one before; null of the first. */
  reason: z.string().nullable(),
  current: z.boolean(),
  destroyedOn: z.string().nullable(),
  scan: virusScanSchema,
});

/** One version of a document of a fascicolo. */
export type DocumentVersion = z.output<typeof versionRowSchema>;

/** A document has so many at most that are told; nobody replaces one more often. */
const mostVersions = 500;

/** All versions of a document `$1` of the fascicolo `$2`: who put each, when and why. */
const versions = `
  SELECT d.*, coalesce(b.replaced_at, o.added_at)::text AS "addedAt", coalesce(b.replaced_by, o.added_by) AS "addedBy", b.reason,
         (d.destroyed_at AT TIME ZONE 'Europe/Rome')::date::text AS "destroyedOn"
    FROM (SELECT record_id, version, hash, format, bytes, storage_key, NULL AS file_name, destroyed_at, true AS current FROM eli4u.document WHERE record_id = $1
          UNION ALL
          SELECT record_id, version, hash, format, bytes, storage_key, file_name, destroyed_at, false FROM eli4u.document_version WHERE record_id = $1) d
    JOIN eli4u.procedure_document o ON o.record_id = d.record_id AND o.procedure_id = $2
    LEFT JOIN eli4u.document_version b ON b.record_id = d.record_id AND b.version = d.version - 1`;

/** The versions of a document, the current one first; none where the fascicolo has no such document. */
export async function listVersions(
  pool: Pick<pg.Pool, 'query'>,
  fascicolo: string,
  record: string,
): Promise<DocumentVersion[]> {
  const { rows } = await pool.query(
    `SELECT d.version, d.hash AS sha256, d.format, d.bytes::float8 AS bytes,
            CASE WHEN d.current THEN (SELECT file_name FROM eli4u.procedure_document p WHERE p.record_id = d.record_id) ELSE d.file_name END AS "fileName",
            to_char(d."addedAt"::timestamptz AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "addedAt", d."addedBy", d.reason, d.current,
            d."destroyedOn", ${virusScanColumn}
       FROM (${versions}) d ORDER BY d.version DESC LIMIT ${mostVersions}`,
    [record, fascicolo],
  );
  return rows.map((row) => versionRowSchema.parse(row));
}

/** The bytes of one version; null where there is none, or it is destroyed. */
export async function openVersion(
  { pool, dataDir }: { pool: Pick<pg.Pool, 'query'>; dataDir: string },
  fascicolo: string,
  record: string,
  version: number,
): Promise<{ stream: Readable; format: string; bytes: number } | null> {
  const { rows } = await pool.query<{ key: string; format: string; bytes: number }>(
    `SELECT d.storage_key AS key, d.format, d.bytes::float8 AS bytes FROM (${versions}) d WHERE d.version = $3 AND d.destroyed_at IS NULL`,
    [record, fascicolo, version],
  );
  const found = rows[0];
  return found ? { stream: readDocument(dataDir, found.key), format: found.format, bytes: found.bytes } : null;
}

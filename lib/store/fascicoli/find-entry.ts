import type pg from 'pg';
import { z } from 'zod';
import { heldUnder } from '#lib/store/documents/held-document.ts';
import { virusScanColumn, virusScanSchema } from '#lib/store/documents/virus-scans.ts';
import type { FoundEntry } from './fascicolo-port.ts';

const rowSchema = z.object({
  record: z.string(),
  year: z.number(),
  number: z.number(),
  title: z.string(),
  object: z.string(),
  on: z.string(),
  unit: z.string(),
  format: z.string(),
  bytes: z.coerce.number(),
  sha256: z.string(),
  fileName: z.string().nullable(),
  fascicoloId: z.string().nullable(),
  fascicoloCode: z.string().nullable(),
  storageKey: z.string(),
  destroyedOn: z.string().nullable(),
  scan: virusScanSchema,
});

/** One act of a repertorio, with where its bytes are; null where it has none of that id. */
export async function findEntry(
  pool: Pick<pg.Pool, 'query'>,
  dataDir: string,
  code: string,
  record: string,
): Promise<FoundEntry | null> {
  if (`${code}${record}`.includes('\0')) return null;
  const { rows } = await pool.query(
    `SELECT e.record_id AS record, e.year, e.number, r.title, coalesce(r.object, r.title) AS object, e.on_day::text AS "on", e.unit, d.format, d.bytes,
            d.hash AS sha256, e.file_name AS "fileName", e.fascicolo_id AS "fascicoloId", f.reference_code AS "fascicoloCode",
            d.storage_key AS "storageKey", (d.destroyed_at AT TIME ZONE 'Europe/Rome')::date::text AS "destroyedOn", ${virusScanColumn}
       FROM eli4u.repertorio p JOIN eli4u.repertorio_entry e ON e.repertorio_id = p.record_id JOIN eli4u.record r ON r.id = e.record_id
       JOIN eli4u.document d ON d.record_id = e.record_id LEFT JOIN eli4u.record f ON f.id = e.fascicolo_id
      WHERE p.code = $1 AND e.record_id = $2`,
    [code, record],
  );
  if (!rows[0]) return null;
  const { fascicoloId, fascicoloCode, storageKey, ...act } = rowSchema.parse(rows[0]);
  const fascicolo = fascicoloId === null ? null : { id: fascicoloId, code: fascicoloCode ?? '' };
  return { ...act, fascicolo, ...heldUnder(dataDir, storageKey) };
}

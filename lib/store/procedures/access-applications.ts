import type pg from 'pg';
import { z } from 'zod';
import type { Day } from '#lib/procedures/day.ts';
import { accessApplication, topicField } from '#lib/procedures/requests/access-application.ts';

/** An application for access to the archive that somebody has filed this year, with the document that says so. */
export interface AccessApplication {
  procedure: string;
  protocol: { number: number; year: number };
  filedOn: Day;
  topic: string;
  fileName: string | null;
  format: string;
  kept: { sha256: string; bytes: number; storageKey: string };
}

/** Requests that are looked at, the latest first. */
const most = 20;

const rowSchema = z
  .object({
    procedure: z.string(),
    number: z.coerce.number(),
    year: z.number(),
    filedOn: z.string(),
    topic: z.string(),
    fileName: z.string().nullable(),
    format: z.string(),
    sha256: z.string(),
    bytes: z.coerce.number(),
    storageKey: z.string(),
  })
  .transform(({ number, year, sha256, bytes, storageKey, ...rest }) => ({
    ...rest,
    protocol: { number, year },
    kept: { sha256, bytes, storageKey },
  }));

/**
 * What somebody has applied for in the calendar year of a day, the latest first: what the Comune has already is not asked for again (L. 241/1990
 * art. 18 c. 2). Where a request was refused or taken back, its application admits to nothing.
 */
export async function findAccessApplications(
  pool: Pick<pg.Pool, 'query'>,
  agent: string,
  on: Day,
): Promise<AccessApplication[]> {
  const { rows } = await pool.query(
    `SELECT p.id AS procedure, p.protocol_number AS number, p.protocol_year AS year, p.filed_on::text AS "filedOn",
            coalesce(p.document #>> ARRAY['filing', 'answers', $4], '') AS topic,
            o.file_name AS "fileName", d.format, d.hash AS sha256, d.bytes, d.storage_key AS "storageKey"
       FROM eli4u.procedure p JOIN eli4u.procedure_document o ON o.procedure_id = p.id AND o.code = $3
       JOIN eli4u.document d ON d.record_id = o.record_id AND d.destroyed_at IS NULL
      WHERE p.id IN (SELECT procedure_id FROM eli4u.procedure_party WHERE agent_id = $1 AND role = 'applicant') AND p.filed_on BETWEEN date_trunc('year', $2::date) AND $2::date
        AND (p.outcome IS NULL OR p.outcome NOT IN ('refused', 'improcedibile', 'withdrawn'))
      ORDER BY p.filed_on DESC, p.id DESC LIMIT $5`,
    [agent, on, accessApplication, topicField, most],
  );
  return rows.map((row) => rowSchema.parse(row));
}

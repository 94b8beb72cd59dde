import type pg from 'pg';
import { z } from 'zod';

const lineSchema = z.object({
  code: z.string(),
  version: z.int(),
  status: z.enum(['draft', 'published']),
  revision: z.int(),
  changedAt: z.coerce.date(),
  changedBy: z.string().nullable(),
  publishedAt: z.coerce.date().nullable(),
  publishedBy: z.string().nullable(),
  basedOn: z.int().nullable(),
});
const versionSchema = lineSchema.extend({ source: z.string() });

/** A version in a list. */
export type VersionLine = z.infer<typeof lineSchema>;
export type TypeVersion = z.infer<typeof versionSchema>;

const columns = `code, version, status, revision, changed_at AS "changedAt", changed_by AS "changedBy",
  published_at AS "publishedAt", published_by AS "publishedBy", based_on AS "basedOn"`;

/** All versions, by code and the newest first; a Comune has some hundreds. */
export async function listVersions(pool: Pick<pg.Pool, 'query'>): Promise<VersionLine[]> {
  const { rows } = await pool.query(
    `SELECT ${columns} FROM eli4u.procedure_type_version ORDER BY code, version DESC LIMIT 5000`,
  );
  return rows.map((row) => lineSchema.parse(row));
}

/** A version with its text; null when there is none. */
export async function findVersion(
  pool: Pick<pg.Pool, 'query'>,
  code: string,
  version: number,
): Promise<TypeVersion | null> {
  if (!Number.isInteger(version) || version < 1 || version > 1_000_000 || code.includes('\0')) return null;
  const { rows } = await pool.query(
    `SELECT ${columns}, source FROM eli4u.procedure_type_version WHERE code = $1 AND version = $2`,
    [code, version],
  );
  return rows[0] ? versionSchema.parse(rows[0]) : null;
}

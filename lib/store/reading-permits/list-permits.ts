import type pg from 'pg';
import { shown } from '#lib/store/shown.ts';
import type { PermitFacts } from '#lib/access/reading-permits.ts';

export interface PermitLine extends PermitFacts {
  id: string;
  procedure: string;
  record: string;
  /** Of the record, without names of persons. */
  title: string;
  code: string | null;
  /** Whether the public is shown the record; files of the deposit are not. */
  shown: boolean;
  act: string;
  /** Days in Italy. */
  givenOn: string;
  revokedOn: string | null;
  revokedReason: string | null;
}

/** Of the tables of a permit. */
export const permitColumns = `m.id::text, m.procedure_id AS procedure, m.agent_id AS agent, m.record_id AS record, m.kind AS "of", r.phase, m.until::text, m.act,
  (m.given_at AT TIME ZONE 'Europe/Rome')::date::text AS "givenOn", (m.revoked_at AT TIME ZONE 'Europe/Rome')::date::text AS "revokedOn",
  m.revoked_reason AS "revokedReason", m.revoked_at IS NOT NULL AS revoked, p.outcome, r.title, r.reference_code AS code, (${shown('r')}) AS shown`;
export const permitTables = `eli4u.reading_permit m JOIN eli4u.procedure p ON p.id = m.procedure_id JOIN eli4u.record r ON r.id = m.record_id`;

/** Most permits of one request that a page names. */
const most = 200;

/** The permits that came of a request, the newest first. */
export async function permitsOfProcedure(pool: pg.Pool, procedure: string): Promise<PermitLine[]> {
  const { rows } = await pool.query<PermitLine>(
    `SELECT ${permitColumns} FROM ${permitTables} WHERE m.procedure_id = $1 ORDER BY m.id DESC LIMIT ${most}`,
    [procedure],
  );
  return rows;
}

/** What was ever permitted to a person for a record. */
export async function permitsFor(pool: pg.Pool, record: string, agent: string): Promise<PermitLine[]> {
  if (record.includes('\0')) return [];
  const { rows } = await pool.query<PermitLine>(
    `SELECT ${permitColumns} FROM ${permitTables} WHERE m.record_id = $1 AND m.agent_id = $2 AND r.deleted_at IS NULL ORDER BY m.id DESC LIMIT ${most}`,
    [record, agent],
  );
  return rows;
}

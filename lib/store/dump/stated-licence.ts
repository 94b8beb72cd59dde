import type pg from 'pg';
import { shownInstitution } from '#lib/store/shown.ts';

/** The licence of the descriptions where every custodian that is shown states one and the same; else null. */
export async function findStatedLicence(pool: pg.Pool): Promise<string | null> {
  const { rows } = await pool.query<{ licence: string | null }>(
    `SELECT DISTINCT i.metadata_licence AS licence FROM eli4u.institution i WHERE ${shownInstitution('i')}`,
  );
  return rows.length === 1 ? (rows[0]?.licence ?? null) : null;
}

import type pg from 'pg';
import { isIdentifier } from '#lib/records/identifier.ts';
import { institutionDescriptionSchema } from '#lib/records/institution.ts';
import { readPublicDescription } from './description-edge.ts';
import { lineColumns, lineOf, type LineRow } from './record-rows.ts';
import { shown, shownInstitution } from '#lib/store/shown.ts';
import type { FondsTile, InstitutionLine, InstitutionView, Lookup } from '#lib/records/public-views.ts';

interface FondsRow extends LineRow {
  extents: unknown;
  institution_id: string;
  institution_code: string;
  institution_name: string;
  unit_count: number;
}

/**
 * Fonds by title, past `afterId` when given.
 * @param institutionId only those it keeps
 */
export async function listFonds(
  pool: pg.Pool,
  options: { limit: number; institutionId?: string | null },
): Promise<{ items: FondsTile[]; total: number }> {
  const { rows } = await pool.query<FondsRow & { total: number }>({
    name: 'reading-fonds',
    text: `WITH top AS (
        SELECT r.*, count(*) OVER () AS total FROM eli4u.record r
         WHERE r.parent_id IS NULL AND ${shown('r')} AND ($2::text IS NULL OR r.repository_id = $2)
         ORDER BY r.date_start NULLS LAST, r.title, r.id LIMIT $1)
      SELECT ${lineColumns('r')}, jsonb_build_object('extents', coalesce(r.description -> 'extents', '[]')) AS extents,
        i.id AS institution_id, i.code AS institution_code, i.name AS institution_name, r.total,
        coalesce((SELECT max(s.unit_count) FROM eli4u.source s WHERE s.id = r.source_id AND s.root_id = r.id), 0) AS unit_count
      FROM top r JOIN eli4u.institution i ON i.id = r.repository_id ORDER BY r.date_start NULLS LAST, r.title, r.id`,
    values: [options.limit, options.institutionId ?? null],
  });
  return { items: rows.map(tileOf), total: rows[0]?.total ?? 0 };
}

function tileOf(row: FondsRow): FondsTile {
  return {
    ...lineOf(row),
    extents: readPublicDescription(row.extents).extents,
    institution: { id: row.institution_id, code: row.institution_code, name: row.institution_name },
    unitCount: row.unit_count,
  };
}

export interface InstitutionTile extends InstitutionLine {
  place: string | null;
  fondsCount: number;
}

/** Institutions that keep something public here, by name. */
export async function listInstitutions(pool: pg.Pool): Promise<InstitutionTile[]> {
  const { rows } = await pool.query<InstitutionLine & { description: unknown; fonds_count: number }>({
    name: 'reading-institutions',
    text: `SELECT i.id, i.code, i.name, i.description, f.n AS fonds_count FROM eli4u.institution i
        CROSS JOIN LATERAL (SELECT count(*) AS n FROM eli4u.record r WHERE r.repository_id = i.id AND r.parent_id IS NULL AND ${shown('r')}) f
       WHERE f.n > 0 OR NOT i.stub ORDER BY i.name, i.id LIMIT 200`,
  });
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    place: institutionDescriptionSchema.parse(row.description).place ?? null,
    fondsCount: row.fonds_count,
  }));
}

interface InstitutionRow extends InstitutionLine {
  other_names: string[];
  description: unknown;
  stub: boolean;
  changed_at: string;
  unit_count: number;
}

/** An institution that is shown, for its page, with the fonds it keeps. */
export async function findInstitution(pool: pg.Pool, id: string): Promise<Lookup<InstitutionView>> {
  if (!isIdentifier(id)) return null;
  const [{ rows }, fonds] = await Promise.all([
    pool.query<InstitutionRow>({
      name: 'reading-institution',
      text: `SELECT i.id, i.code, i.name, i.other_names, i.description, i.stub, i.changed_at,
          coalesce((SELECT sum(s.unit_count) FROM eli4u.source s WHERE s.repository_id = i.id), 0)::integer AS unit_count
        FROM eli4u.institution i WHERE i.id = $1 AND ${shownInstitution('i')}`,
      values: [id],
    }),
    listFonds(pool, { limit: 200, institutionId: id }),
  ]);
  const row = rows[0];
  if (!row) return null;
  return {
    state: 'found',
    value: {
      id: row.id,
      code: row.code,
      name: row.name,
      otherNames: row.other_names,
      description: institutionDescriptionSchema.parse(row.description),
      stub: row.stub,
      changedAt: row.changed_at,
      fonds: fonds.items,
      fondsCount: fonds.total,
      unitCount: row.unit_count,
    },
  };
}

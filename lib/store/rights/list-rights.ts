import type pg from 'pg';
import { shown } from '#lib/store/shown.ts';

/** What is stated of an institution or a fonds. */
export interface RightsLine {
  id: string;
  name: string;
  rightsUri: string | null;
  metadataLicence: string | null;
}

export interface InstitutionRightsLine extends RightsLine {
  /** Pixels a side up to which everybody sees images of what may not be read yet; null: none. */
  reservedSide: number | null;
}

export interface FondsRightsLine extends RightsLine {
  institution: RightsLine;
}

const columns = (alias: string, name: string) =>
  `${alias}.id, ${alias}.${name} AS name, ${alias}.rights_uri AS "rightsUri", ${alias}.metadata_licence AS "metadataLicence"`;

const mostInstitutions = 200;

/** Institutions that keep something the public is shown. */
export async function listInstitutionRights(pool: pg.Pool): Promise<InstitutionRightsLine[]> {
  const { rows } = await pool.query<InstitutionRightsLine>(
    `SELECT ${columns('i', 'name')}, i.reserved_image_side AS "reservedSide" FROM eli4u.institution i
      WHERE EXISTS (SELECT FROM eli4u.record r WHERE r.repository_id = i.id AND r.parent_id IS NULL AND ${shown('r')})
      ORDER BY i.name, i.id LIMIT ${mostInstitutions}`,
  );
  return rows;
}

type Row = RightsLine & {
  institutionId: string;
  institutionName: string;
  institutionRights: string | null;
  institutionLicence: string | null;
};

const fondsColumns = `${columns('r', 'title')}, i.id AS "institutionId", i.name AS "institutionName", i.rights_uri AS "institutionRights",
  i.metadata_licence AS "institutionLicence"`;

const fondsOf = ({
  institutionId,
  institutionName,
  institutionRights,
  institutionLicence,
  ...line
}: Row): FondsRightsLine => ({
  ...line,
  institution: {
    id: institutionId,
    name: institutionName,
    rightsUri: institutionRights,
    metadataLicence: institutionLicence,
  },
});

/** Fonds for which something else holds than for their institution; by id, `limit` at a time. */
export async function listFondsRights(pool: pg.Pool, after: string, limit: number): Promise<FondsRightsLine[]> {
  const { rows } = await pool.query<Row>(
    `SELECT ${fondsColumns} FROM eli4u.record r JOIN eli4u.institution i ON i.id = r.repository_id
      WHERE r.parent_id IS NULL AND r.deleted_at IS NULL AND (r.rights_uri IS NOT NULL OR r.metadata_licence IS NOT NULL) AND r.id > $1
      ORDER BY r.id LIMIT $2`,
    [after, limit],
  );
  return rows.map(fondsOf);
}

/** One fonds that the public is shown, with what holds for it; null for anything else. */
export async function findFondsRights(pool: pg.Pool, id: string): Promise<FondsRightsLine | null> {
  const { rows } = await pool.query<Row>(
    `SELECT ${fondsColumns} FROM eli4u.record r JOIN eli4u.institution i ON i.id = r.repository_id
      WHERE r.id = $1 AND r.parent_id IS NULL AND ${shown('r')}`,
    [id],
  );
  return rows[0] ? fondsOf(rows[0]) : null;
}

import type { HarvestInstitution } from '#lib/records/harvest-views.ts';
import { readInstitutionDescription } from '#lib/store/reading/description-edge.ts';
import { shown, shownInstitution } from '#lib/store/shown.ts';
import { readable } from './readable.ts';
import type { Reader } from './reader.ts';

interface InstitutionRow {
  id: string;
  code: string;
  name: string;
  other_names: string[];
  description: unknown;
  stub: boolean;
  changed_at: string;
  metadata_licence: string | null;
  rights_uri: string | null;
}

const mostFonds = 1000;

/** Institutions that are shown, by id, with the fonds that they keep. */
export async function readInstitutions(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, HarvestInstitution>> {
  const { rows } = await reader.query<InstitutionRow>({
    name: 'harvest-institutions',
    text: `SELECT i.id, i.code, i.name, i.other_names, i.description, i.stub, i.changed_at, i.metadata_licence, i.rights_uri
      FROM eli4u.institution i WHERE i.id = ANY($1::text[]) AND ${shownInstitution('i')}`,
    values: [ids],
  });
  if (rows.length === 0) return new Map();
  const fonds = await readFonds(
    reader,
    rows.map((row) => row.id),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        code: row.code,
        name: row.name,
        otherNames: row.other_names,
        description: readable(`institution ${row.id}`, readInstitutionDescription, row.description),
        stub: row.stub,
        changedAt: row.changed_at,
        metadataLicence: row.metadata_licence,
        rightsUri: row.rights_uri,
        fonds: fonds.get(row.id) ?? [],
      },
    ]),
  );
}

async function readFonds(reader: Reader, ids: readonly string[]): Promise<Map<string, HarvestInstitution['fonds']>> {
  const { rows } = await reader.query<{ of: string; id: string; title: string; reference_code: string | null }>({
    name: 'harvest-fonds',
    text: `SELECT w.id AS of, r.id, r.title, r.reference_code FROM unnest($1::text[]) w (id) CROSS JOIN LATERAL (
          SELECT r.id, r.title, r.reference_code FROM eli4u.record r
           WHERE r.repository_id = w.id AND r.parent_id IS NULL AND ${shown('r')} ORDER BY r.title, r.id LIMIT ${mostFonds}) r
       ORDER BY w.id, r.title, r.id`,
    values: [ids],
  });
  const fonds = new Map<string, HarvestInstitution['fonds']>();
  for (const { of, id, title, reference_code: referenceCode } of rows) {
    const own = fonds.get(of) ?? [];
    own.push({ id, title, referenceCode });
    fonds.set(of, own);
  }
  return fonds;
}

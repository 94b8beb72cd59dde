import { levelHeight } from '#lib/records/level.ts';
import { institutionDescriptionSchema, type InstitutionDescription } from '#lib/records/institution.ts';
import type { HarvestRecord } from '#lib/records/harvest-views.ts';
import type { Sensitivity } from '#lib/records/phase.ts';
import type { DigitalObjectView, RelatedRecord } from '#lib/records/public-views.ts';
import { readPublicDescription } from '#lib/store/reading/description-edge.ts';
import { inheritedFrom } from '#lib/store/reading/inherited.ts';
import type { AgentOfRecord } from '#lib/store/reading/record-parts.ts';
import { lineColumns, lineOf, type LineRow } from '#lib/store/reading/record-rows.ts';
import { shown } from '#lib/store/shown.ts';
import { chainAbove, readAbove, type UnitAbove } from './read-above.ts';
import { readAgentsOf, readDigitalObjects, readRelated } from './read-ties.ts';
import type { Needs, Reader } from './reader.ts';

interface UnitRow extends LineRow {
  parent_id: string | null;
  former_codes: string[];
  description: unknown;
  sensitivity: Sensitivity;
  consultable_from: string | null;
  metadata_licence: string | null;
  rights_uri: string | null;
  changed_at: string;
  institution_id: string;
}

interface InstitutionRow {
  id: string;
  code: string;
  name: string;
  description: unknown;
  metadata_licence: string | null;
  rights_uri: string | null;
}

type Custodian = Omit<InstitutionRow, 'description'> & { description: InstitutionDescription };

/** Units that are shown, by id: the same questions to the database for one as for hundreds. */
export async function readRecords(
  reader: Reader,
  ids: readonly string[],
  needs: Needs,
): Promise<Map<string, HarvestRecord>> {
  const { rows } = await reader.query<UnitRow>({
    name: 'harvest-records',
    text: `SELECT ${lineColumns('r')}, r.parent_id, r.former_codes, r.description, r.sensitivity, r.consultable_from,
        r.metadata_licence, r.rights_uri, r.changed_at, r.repository_id AS institution_id
      FROM eli4u.record r WHERE r.id = ANY($1::text[]) AND ${shown('r')}`,
    values: [ids],
  });
  if (rows.length === 0) return new Map();
  const found = rows.map((row) => row.id);
  const own = new Set(found);
  const custodians = await readCustodians(reader, [...new Set(rows.map((row) => row.institution_id))]);
  const above = await readAbove(reader, [...new Set(rows.flatMap((row) => row.parent_id ?? []))]);
  const agents = await readAgentsOf(
    reader,
    found,
    // Units of the page may stand above others of it.
    [...above.keys()].filter((id) => !own.has(id)),
  );
  const open = needs.digitalObjects ? rows.filter((row) => row.visibility === 'open' && row.digital) : [];
  const objects = await readDigitalObjects(
    reader,
    open.map((row) => row.id),
  );
  const related = needs.related ? await readRelated(reader, found) : new Map<string, RelatedRecord[]>();
  return new Map(rows.map((row) => [row.id, recordOf(row, { custodians, above, agents, objects, related })]));
}

async function readCustodians(reader: Reader, ids: readonly string[]): Promise<Map<string, Custodian>> {
  const { rows } = await reader.query<InstitutionRow>({
    name: 'harvest-custodians',
    text: 'SELECT id, code, name, description, metadata_licence, rights_uri FROM eli4u.institution WHERE id = ANY($1::text[])',
    values: [ids],
  });
  return new Map(
    rows.map((row) => [row.id, { ...row, description: institutionDescriptionSchema.parse(row.description) }]),
  );
}

interface Parts {
  custodians: ReadonlyMap<string, Custodian>;
  above: ReadonlyMap<string, UnitAbove>;
  agents: ReadonlyMap<string, AgentOfRecord[]>;
  objects: ReadonlyMap<string, DigitalObjectView[]>;
  related: ReadonlyMap<string, RelatedRecord[]>;
}

function recordOf(row: UnitRow, parts: Parts): HarvestRecord {
  const custodian = parts.custodians.get(row.institution_id);
  if (!custodian) throw new Error(`record ${row.id} is kept by nobody`);
  const chain = chainAbove(parts.above, row.parent_id);
  const description = readPublicDescription(row.description);
  const tied = parts.agents.get(row.id) ?? [];
  const own = tied.map(({ link }) => link);
  const rightsUri = row.rights_uri ?? nearest(chain, (unit) => unit.rights_uri) ?? custodian.rights_uri;
  const { childCount: _, ...line } = lineOf(row);
  return {
    ...line,
    // What is hidden above is not named, by its id neither.
    rootId: chain[0]?.id ?? row.id,
    parentId: chain.at(-1)?.id === row.parent_id ? row.parent_id : null,
    formerCodes: row.former_codes,
    description,
    sensitivity: row.sensitivity,
    consultableFrom: row.consultable_from,
    metadataLicence:
      row.metadata_licence ?? nearest(chain, (unit) => unit.metadata_licence) ?? custodian.metadata_licence,
    rightsUri,
    changedAt: row.changed_at,
    institution: {
      id: custodian.id,
      code: custodian.code,
      name: custodian.name,
      description: custodian.description,
    },
    ancestors: chain.map((unit) => ({
      id: unit.id,
      title: unit.title,
      titleLang: unit.title_lang,
      level: unit.level,
      levelLabel: unit.level_label,
      referenceCode: unit.reference_code,
    })),
    agents: own,
    digitalObjects: (parts.objects.get(row.id) ?? []).map((object) => ({
      ...object,
      rightsUri: object.rightsUri ?? rightsUri,
    })),
    related: parts.related.get(row.id) ?? [],
    inherited: inheritedFrom(chain, [...chain.flatMap((unit) => parts.agents.get(unit.id) ?? []), ...tied], {
      description,
      agents: own,
      isFonds: levelHeight[row.level] === 0,
    }),
  };
}

function nearest(chain: readonly UnitAbove[], value: (unit: UnitAbove) => string | null): string | null {
  for (const unit of chain.toReversed()) {
    const said = value(unit);
    if (said !== null) return said;
  }
  return null;
}

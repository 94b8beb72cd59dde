import { levelHeight } from '#lib/records/level.ts';
import type { InstitutionDescription } from '#lib/records/institution.ts';
import type { HarvestAncestor, HarvestRecord, SourceTie } from '#lib/records/harvest-views.ts';
import type { Sensitivity } from '#lib/records/phase.ts';
import type { DigitalObjectView, RelatedRecord } from '#lib/records/public-views.ts';
import { readInstitutionDescription, readPublicDescription } from '#lib/store/reading/description-edge.ts';
import { inheritedFrom } from '#lib/store/reading/inherited.ts';
import { lineColumns, lineOf, type LineRow } from '#lib/store/reading/record-rows.ts';
import { shown } from '#lib/store/shown.ts';
import { agentLinks, linksOf, type LinkJson } from './agent-links.ts';
import { chainAbove, readAbove, type UnitAbove } from './read-above.ts';
import { readDigitalObjects, readRelated, readSourceTies } from './read-ties.ts';
import { readable } from './readable.ts';
import { both, type Needs, type Reader } from './reader.ts';

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
  /** With the first of its units only. */
  institution: InstitutionJson | null;
  agents: LinkJson[] | null;
}

interface InstitutionJson {
  id: string;
  code: string;
  name: string;
  description: unknown;
  metadata_licence: string | null;
  rights_uri: string | null;
}

type Custodian = Omit<InstitutionJson, 'description'> & { description: InstitutionDescription };

/** Units that are shown, by id: the same questions to the database for one as for hundreds. */
export async function readRecords(
  reader: Reader,
  ids: readonly string[],
  needs: Needs,
): Promise<Map<string, HarvestRecord>> {
  const [rows, above] = await both(
    reader,
    () => readUnits(reader, ids),
    () => readAbove(reader, ids),
  );
  if (rows.length === 0) return new Map();
  const custodians = new Map(
    rows.flatMap(({ institution }): [string, Custodian][] =>
      institution
        ? [
            [
              institution.id,
              {
                ...institution,
                description: readable(
                  `institution ${institution.id}`,
                  readInstitutionDescription,
                  institution.description,
                ),
              },
            ],
          ]
        : [],
    ),
  );
  const open = needs.digitalObjects ? rows.filter((row) => row.visibility === 'open' && row.digital) : [];
  const objects = await readDigitalObjects(
    reader,
    open.map((row) => row.id),
  );
  const found = rows.map((row) => row.id);
  const related = needs.related ? await readRelated(reader, found) : new Map<string, RelatedRecord[]>();
  const ties = needs.ties ? await readSourceTies(reader, found) : null;
  const parts: Parts = { custodians, above, objects, related, ties, chains: new Map() };
  return new Map(rows.map((row) => [row.id, recordOf(row, parts)]));
}

async function readUnits(reader: Reader, ids: readonly string[]): Promise<UnitRow[]> {
  const { rows } = await reader.query<UnitRow>({
    name: 'harvest-records',
    text: `SELECT ${lineColumns('r')}, r.parent_id, r.former_codes, r.description, r.sensitivity, r.consultable_from,
        r.metadata_licence, r.rights_uri, r.changed_at, r.repository_id AS institution_id, ${agentLinks('r')} AS agents,
        CASE WHEN row_number() OVER (PARTITION BY r.repository_id) = 1 THEN (SELECT jsonb_build_object('id', i.id, 'code', i.code, 'name', i.name,
          'description', i.description, 'metadata_licence', i.metadata_licence, 'rights_uri', i.rights_uri)
           FROM eli4u.institution i WHERE i.id = r.repository_id) END AS institution
      FROM eli4u.record r WHERE r.id = ANY($1::text[]) AND ${shown('r')}`,
    values: [ids],
  });
  return rows;
}

/** What stands above a unit: the same for all its siblings. */
interface Chain {
  units: UnitAbove[];
  ancestors: HarvestAncestor[];
  rightsUri: string | null;
  metadataLicence: string | null;
}

interface Parts {
  custodians: ReadonlyMap<string, Custodian>;
  above: ReadonlyMap<string, UnitAbove>;
  objects: ReadonlyMap<string, DigitalObjectView[]>;
  related: ReadonlyMap<string, RelatedRecord[]>;
  /** Null where they were not asked for. */
  ties: ReadonlyMap<string, SourceTie[]> | null;
  chains: Map<string | null, Chain>;
}

function chainOf(parentId: string | null, parts: Parts): Chain {
  const known = parts.chains.get(parentId);
  if (known) return known;
  const units = chainAbove(parts.above, parentId);
  const ancestors = units.map((unit) => ({
    id: unit.id,
    title: unit.title,
    titleLang: unit.title_lang,
    level: unit.level,
    levelLabel: unit.level_label,
    referenceCode: unit.reference_code,
  }));
  const chain = {
    units,
    ancestors,
    rightsUri: nearest(units, (unit) => unit.rights_uri),
    metadataLicence: nearest(units, (unit) => unit.metadata_licence),
  };
  parts.chains.set(parentId, chain);
  return chain;
}

function recordOf(row: UnitRow, parts: Parts): HarvestRecord {
  const custodian = parts.custodians.get(row.institution_id);
  if (!custodian) throw new Error(`record ${row.id} is kept by nobody`);
  const { units, ancestors, ...said } = chainOf(row.parent_id, parts);
  const description = readable(`record ${row.id}`, readPublicDescription, row.description);
  const tied = linksOf(row.id, row.agents);
  const agents = tied.map(({ link }) => link);
  const rightsUri = row.rights_uri ?? said.rightsUri ?? custodian.rights_uri;
  const { digital, dates } = lineOf(row);
  const objects = parts.objects.get(row.id) ?? [];
  return {
    id: row.id,
    title: row.title,
    titleLang: row.title_lang,
    level: row.level,
    levelLabel: row.level_label,
    unitType: row.unit_type,
    referenceCode: row.reference_code,
    dates,
    visibility: row.visibility,
    digital,
    // What is hidden above is not named, by its id neither.
    rootId: ancestors[0]?.id ?? row.id,
    parentId: ancestors.at(-1)?.id === row.parent_id ? row.parent_id : null,
    formerCodes: row.former_codes,
    description,
    sensitivity: row.sensitivity,
    consultableFrom: row.consultable_from,
    metadataLicence: row.metadata_licence ?? said.metadataLicence ?? custodian.metadata_licence,
    rightsUri,
    changedAt: row.changed_at,
    institution: {
      id: custodian.id,
      code: custodian.code,
      name: custodian.name,
      description: custodian.description,
    },
    ancestors,
    agents,
    digitalObjects: objects.map((object) => ({ ...object, rightsUri: object.rightsUri ?? rightsUri })),
    related: parts.related.get(row.id) ?? [],
    ...(parts.ties && { ties: parts.ties.get(row.id) ?? [] }),
    inherited: inheritedFrom(
      units,
      units.flatMap((unit) => unit.creators),
      { description, agents, isFonds: levelHeight[row.level] === 0 },
    ),
  };
}

function nearest(units: readonly UnitAbove[], value: (unit: UnitAbove) => string | null): string | null {
  for (const unit of units.toReversed()) {
    const said = value(unit);
    if (said !== null) return said;
  }
  return null;
}

import { isAble, type Ability, type DisseminatedRow } from '#lib/records/dissemination.ts';
import type { HarvestCondition } from '#lib/records/harvest-selection.ts';
import type {
  DisseminatingSite,
  FindingAidStep,
  HarvestAgent,
  HarvestInstitution,
  HarvestItem,
  HarvestRecord,
} from '#lib/records/harvest-views.ts';
import { toRicoXml } from '#lib/linked-data/rico-xml.ts';
import { toEacCpf } from '#lib/projections/eac-cpf.ts';
import { toEacSan } from '#lib/projections/eac-san.ts';
import { toEac2 } from '#lib/projections/eac2.ts';
import { toEadSan } from '#lib/projections/ead-san.ts';
import { toEag } from '#lib/projections/eag.ts';
import { toEdm } from '#lib/projections/edm.ts';
import { toMets } from '#lib/projections/mets.ts';
import { toMetsSan } from '#lib/projections/mets-san.ts';
import { apeEadDocument } from '#lib/projections/ape-ead.ts';
import { ead3Document } from '#lib/projections/ead3.ts';
import { icarImportDocument } from '#lib/projections/icar-import.ts';
import { toOaiDc } from '#lib/projections/oai-dc.ts';
import { toPico } from '#lib/projections/pico.ts';
import { toRicercaSan } from '#lib/projections/ricerca-san.ts';
import { toSconsSan } from '#lib/projections/scons-san.ts';

/** What a format shows of a record beside its description; what it does not show is not read for it. */
export interface FormatNeeds {
  digitalObjects: boolean;
  related: boolean;
}

interface FormatFacts {
  prefix: string;
  /** The address of its XML schema, and its namespace. */
  schema: string;
  namespace: string;
  /** What it can be given of: things of these kinds, and of these only what is able. */
  kinds: readonly HarvestItem['kind'][];
  ability: Ability | null;
  needs: FormatNeeds;
}

/** One thing, one document; null where it cannot say it after all. */
export interface ItemFormat extends FormatFacts {
  scope: 'item';
  write(item: HarvestItem, site: DisseminatingSite): string | null;
}

/** A whole finding aid, a part at a time. */
export interface FindingAidFormat extends FormatFacts {
  scope: 'findingAid';
  write(root: HarvestRecord, steps: AsyncIterable<FindingAidStep>, site: DisseminatingSite): AsyncIterable<string>;
}

export type Format = ItemFormat | FindingAidFormat;

const everything: FormatNeeds = { digitalObjects: true, related: true };

type Write<View> = (view: View, site: DisseminatingSite) => string | null;
type Facts = Pick<FormatFacts, 'prefix' | 'schema' | 'namespace'> & { ability?: Ability; needs?: FormatNeeds };

const factsOf = ({ ability = undefined, needs = everything, ...facts }: Facts, kinds: FormatFacts['kinds']) => ({
  ...facts,
  kinds,
  ability: ability ?? null,
  needs,
});

/** A format of records, of agents, of institutions, or of finding aids whole. */
export const ofRecords = (facts: Facts, write: Write<HarvestRecord>): ItemFormat => ({
  ...factsOf(facts, ['record']),
  scope: 'item',
  write: (item, site) => (item.kind === 'record' ? write(item.value, site) : null),
});
export const ofAgents = (facts: Facts, write: Write<HarvestAgent>): ItemFormat => ({
  ...factsOf(facts, ['agent']),
  scope: 'item',
  write: (item, site) => (item.kind === 'agent' ? write(item.value, site) : null),
});
export const ofInstitutions = (facts: Facts, write: Write<HarvestInstitution>): ItemFormat => ({
  ...factsOf(facts, ['institution']),
  scope: 'item',
  write: (item, site) => (item.kind === 'institution' ? write(item.value, site) : null),
});
export const ofAll = (facts: Facts, write: ItemFormat['write']): ItemFormat => ({
  ...factsOf(facts, ['record', 'agent', 'institution']),
  scope: 'item',
  write,
});
export const ofFindingAids = (facts: Facts, write: FindingAidFormat['write']): FindingAidFormat => ({
  ...factsOf({ ability: 'findingAid', ...facts }, ['record']),
  scope: 'findingAid',
  write,
});

/** The formats that the site disseminates: to add one is to add a line. */
export const formats: readonly Format[] = [
  ofAll(
    {
      prefix: 'oai_dc',
      schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
      namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
      needs: { digitalObjects: false, related: false },
    },
    toOaiDc,
  ),
  ofFindingAids(
    {
      prefix: 'ead3',
      schema: 'https://www.loc.gov/ead/ead3.xsd',
      namespace: 'http://ead3.archivists.org/schema/',
    },
    ead3Document,
  ),
  ofFindingAids(
    {
      prefix: 'ead',
      schema: 'http://www.archivesportaleurope.net/Portal/profiles/apeEAD.xsd',
      namespace: 'urn:isbn:1-931666-22-9',
    },
    apeEadDocument,
  ),
  ofFindingAids(
    {
      prefix: 'icar-import',
      schema: 'http://www.san.beniculturali.it/tracciato/icar-import.xsd',
      namespace: 'http://www.san.beniculturali.it/icar-import',
    },
    icarImportDocument,
  ),
  ofAll(
    {
      prefix: 'rico',
      // RiC-O is an ontology: what stands on the wire is RDF/XML, whatever is said in it.
      schema: 'http://www.openarchives.org/OAI/2.0/rdf.xsd',
      namespace: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    },
    toRicoXml,
  ),
  ofRecords(
    {
      prefix: 'edm',
      schema: 'https://www.europeana.eu/schemas/edm/EDM.xsd',
      namespace: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
      ability: 'europeana',
    },
    toEdm,
  ),
  ofRecords(
    {
      prefix: 'mets',
      schema: 'http://www.loc.gov/standards/mets/mets.xsd',
      namespace: 'http://www.loc.gov/METS/',
      ability: 'digital',
    },
    toMets,
  ),
  ofRecords(
    {
      prefix: 'mets-san',
      schema: 'http://san.beniculturali.it/tracciato/mets-san.xsd',
      namespace: 'http://san.mibac.it/mets-san/',
      ability: 'digital',
    },
    toMetsSan,
  ),
  ofRecords(
    {
      prefix: 'pico',
      schema: 'http://www.culturaitalia.it/pico/schemas/1.0/pico.xsd',
      namespace: 'http://purl.org/pico/1.0/',
      needs: { digitalObjects: true, related: false },
    },
    toPico,
  ),
  ofAgents(
    {
      prefix: 'eac2',
      schema: 'https://raw.githubusercontent.com/SAA-SDT/eac-cpf-schema/main/xml-schemas/eac-cpf/eac.xsd',
      namespace: 'https://archivists.org/ns/eac/v2',
    },
    toEac2,
  ),
  ofAgents(
    {
      prefix: 'eac-cpf',
      schema: 'https://www.archivesportaleurope.net/Portal/profiles/apeEAC-CPF.xsd',
      namespace: 'urn:isbn:1-931666-33-4',
    },
    toEacCpf,
  ),
  ofInstitutions(
    {
      prefix: 'eag',
      schema: 'https://www.archivesportaleurope.net/Portal/profiles/eag_2012.xsd',
      namespace: 'http://www.archivesportaleurope.net/Portal/profiles/eag_2012/',
    },
    toEag,
  ),
  ofRecords(
    {
      prefix: 'ead-san',
      schema: 'http://san.beniculturali.it/tracciato/schemaead.xsd',
      namespace: 'http://san.mibac.it/ead-san/',
      ability: 'upperLevel',
      needs: { digitalObjects: false, related: false },
    },
    toEadSan,
  ),
  ofAgents(
    {
      prefix: 'eac-san',
      schema: 'http://san.beniculturali.it/tracciato/schemaeac.xsd',
      namespace: 'http://san.mibac.it/eac-san/',
      ability: 'creator',
    },
    toEacSan,
  ),
  ofInstitutions(
    {
      prefix: 'scons-san',
      schema: 'http://san.beniculturali.it/tracciato/scons.xsd',
      namespace: 'http://san.mibac.it/scons-san/',
    },
    toSconsSan,
  ),
  ofRecords(
    {
      prefix: 'ricerca-san',
      schema: 'http://san.beniculturali.it/tracciato/strumenti.xsd',
      namespace: 'http://san.mibac.it/ricerca-san/',
      ability: 'findingAid',
      needs: { digitalObjects: false, related: false },
    },
    toRicercaSan,
  ),
];

/** Whether a thing can be given in a format now. */
export const disseminates = (format: Format, row: DisseminatedRow): boolean =>
  format.kinds.includes(row.kind) && (format.ability === null || isAble(row, format.ability));

/** What the list of a format asks for: also what it could once be given of, so that those who have it hear that it is gone. */
export const conditionsOfFormat = (format: Format): HarvestCondition[] => [
  ...(format.kinds.length < 3 ? [{ by: 'kind' as const, kinds: format.kinds }] : []),
  ...(format.ability === null ? [] : [{ by: 'ability' as const, ability: format.ability, ever: true }]),
];

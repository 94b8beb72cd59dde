/**
 * Simple Dublin Core (oai_dc), which every harvester reads: 15 elements, each any number of times, none with a shape of its own. It cannot say: which of the
 * dates is the material's and how certain; in what role an agent stands beside creator and contributor; what was said by a unit and what by one
 * above it (language, conditions and creators of those above are given where the unit itself says none); the tree below a unit; images.
 */
import type { AgentLink } from '#lib/records/public-views.ts';
import type { Note } from '#lib/records/description.ts';
import type {
  DisseminatingSite,
  HarvestAgent,
  HarvestInstitution,
  HarvestItem,
  HarvestRecord,
} from '#lib/records/harvest-views.ts';
import { toMarkup } from '#lib/records/markup-text.ts';

const start =
  '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">';
const end = '</oai_dc:dc>';

/** Anything public as oai_dc. */
export function toOaiDc(item: HarvestItem, site: DisseminatingSite): string {
  switch (item.kind) {
    case 'record':
      return ofRecord(item.value, site);
    case 'agent':
      return ofAgent(item.value, site);
    case 'institution':
      return ofInstitution(item.value, site);
  }
}

/** An element, where it has a value that is not white space alone. */
function dc(name: string, value: string | null | undefined, lang?: string | null): string {
  const text = value?.trim();
  if (!text) return '';
  // What a source calls a language and is none has no place in xml:lang.
  const attribute = lang && /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(lang) ? ` xml:lang="${lang}"` : '';
  return `<dc:${name}${attribute}>${toMarkup(text)}</dc:${name}>`;
}

const each = <T>(values: readonly T[] | undefined, write: (value: T) => string): string =>
  values === undefined ? '' : values.map(write).join('');

const notes = (name: string, some: readonly Note[] | undefined): string =>
  each(some, (note) => dc(name, note.text, note.lang));

const addressOf = (site: DisseminatingSite, id: string): string => `${site.baseUrl}/id/${id}`;

function ofRecord(record: HarvestRecord, site: DisseminatingSite): string {
  const { description, institution, inherited } = record;
  const { elements } = description;
  const creators = record.agents.filter((agent) => agent.role === 'creator');
  const parent = record.ancestors.at(-1);
  return [
    start,
    dc('title', record.title, record.titleLang),
    each(description.otherTitles, (other) => dc('title', other.title, other.lang)),
    each(creators.length > 0 ? creators : inherited.creators?.value, (agent) => dc('creator', agent.name)),
    each(description.accessPoints, (point) => dc(point.kind === 'place' ? 'coverage' : 'subject', point.label)),
    each(record.agents.filter(isSubject), (agent) => dc('subject', agent.name)),
    notes('description', elements.abstract ?? elements.scopeAndContent),
    dc('publisher', institution.name),
    each(record.agents.filter(isContributor), (agent) => dc('contributor', agent.name)),
    dc('date', record.dates.display ?? spanOf(record.dates.start, record.dates.end)),
    dc('type', record.levelLabel ?? record.level),
    dc('type', record.unitType),
    each(description.extents, (extent) => dc('format', extent)),
    dc('identifier', addressOf(site, record.id)),
    dc('identifier', record.referenceCode),
    each(record.formerCodes, (code) => dc('identifier', code)),
    dc('source', [institution.name, ...record.ancestors.map(({ title }) => title)].join(', ')),
    each(description.languages.length > 0 ? description.languages : inherited.languages?.value, (language) =>
      dc('language', language),
    ),
    parent ? dc('relation', addressOf(site, parent.id)) : '',
    dc('coverage', spanOf(record.dates.start, record.dates.end)),
    notes('rights', elements.conditionsOfAccess ?? inherited.elements.conditionsOfAccess?.value),
    record.visibility === 'described' && record.consultableFrom
      ? dc('rights', `Consultabile dal ${record.consultableFrom}`, 'it')
      : '',
    dc('rights', record.rightsUri),
    dc('rights', record.metadataLicence),
    end,
  ].join('');
}

const isSubject = (agent: AgentLink): boolean => agent.role === 'subject';
const isContributor = (agent: AgentLink): boolean =>
  agent.role === 'author' || agent.role === 'responsibleUnit' || agent.role === 'other';

function ofAgent(agent: HarvestAgent, site: DisseminatingSite): string {
  const { description } = agent;
  return [
    start,
    dc('title', agent.name),
    each(description.otherNames, (other) => dc('title', other.name)),
    notes('description', description.history),
    dc('date', agent.dates.display ?? spanOf(agent.dates.start, agent.dates.end)),
    dc('type', agent.kind === 'unknown' ? 'agent' : agent.kind),
    dc('identifier', addressOf(site, agent.id)),
    each(agent.identifiers, (identifier) => dc('identifier', identifier)),
    each(description.languages, (language) => dc('language', language)),
    each(agent.relations, (relation) => dc('relation', addressOf(site, relation.id))),
    each(agent.created, (unit) => dc('relation', addressOf(site, unit.id))),
    each(description.places, (place) => dc('coverage', place.label)),
    end,
  ].join('');
}

function ofInstitution(institution: HarvestInstitution, site: DisseminatingSite): string {
  const { description } = institution;
  return [
    start,
    dc('title', institution.name),
    each(institution.otherNames, (other) => dc('title', other)),
    each(description.history, (text) => dc('description', text)),
    dc('type', 'institution'),
    dc('identifier', addressOf(site, institution.id)),
    dc('identifier', institution.code),
    each(institution.fonds, (fonds) => dc('relation', addressOf(site, fonds.id))),
    dc('coverage', description.place),
    dc('rights', institution.metadataLicence),
    end,
  ].join('');
}

/** ISO 8601: a day, or an interval of which a side may be open. */
function spanOf(first: string | null, last: string | null): string | null {
  if (!first && !last) return null;
  return first === last ? first : `${first ?? '..'}/${last ?? '..'}`;
}

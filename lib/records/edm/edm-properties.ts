import type { AccessPoint, IsadElement, Note } from '#lib/records/description.ts';
import type { HarvestRecord } from '#lib/records/harvest-views.ts';
import { languageTagOf, ownLanguage } from '#lib/records/language-tag.ts';
import { levelWords } from '#lib/records/level-words.ts';
import { webAddressOf } from '#lib/records/web-address.ts';
import { says } from '#lib/records/xml-writing.ts';
import type { EdmContext, EdmObject, EdmPropertyName } from './edm-object.ts';

type Found = Pick<EdmObject, 'properties' | 'contexts'>;

/** The description of a unit in EDM's properties, with what they point to. Every unit has a title and a type. */
export function propertiesOf(record: HarvestRecord, baseUrl: string): Found {
  const { description } = record;
  const lang = languageTagOf(record.titleLang) ?? ownLanguage;
  const about = `${baseUrl}/id/${record.id}`;
  const found: Found = { properties: [], contexts: [] };
  const add = (name: EdmPropertyName, text: string | null | undefined, of: string | null = lang) => {
    if (says(text)) found.properties.push({ name, value: { text, lang: of } });
  };
  const addNotes = (name: EdmPropertyName, ...elements: IsadElement[]) => {
    for (const note of elements.flatMap((element) => description.elements[element] ?? []))
      add(name, note.text, languageOf(note, lang));
  };
  add('dc:title', says(record.title) ? record.title : levelWords[record.level]);
  for (const other of description.otherTitles)
    add('dcterms:alternative', other.title, languageTagOf(other.lang) ?? lang);
  add('dc:identifier', record.referenceCode, null);
  addNotes('dc:description', 'abstract', 'scopeAndContent');
  add('dc:type', record.unitType);
  add('dc:type', says(record.levelLabel) ? record.levelLabel : levelWords[record.level]);
  for (const extent of description.extents) add('dcterms:extent', extent);
  addNotes('dcterms:medium', 'extentAndMedium');
  addNotes('dcterms:provenance', 'archivalHistory');
  for (const code of languagesOf(record)) add('dc:language', code, null);
  for (const note of reproductionOf(record)) add('dc:rights', note.text, languageOf(note, lang));
  addDates(record, about, lang, found);
  addAgents(record, baseUrl, found);
  description.accessPoints.forEach((point, at) =>
    addAccessPoint(point, `${about}#${point.kind}-${at + 1}`, lang, found),
  );
  addPlace(record, baseUrl, found);
  for (const { record: other } of record.related)
    if (other) link('edm:isRelatedTo', `${baseUrl}/id/${other.id}`, found);
  const parent = record.ancestors.at(-1);
  if (parent) link('dcterms:isPartOf', `${baseUrl}/id/${parent.id}`, found);
  const root = record.ancestors[0];
  if (root) add('dcterms:isPartOf', root.title, languageTagOf(root.titleLang) ?? ownLanguage);
  return found;
}

const languageOf = (note: Note, lang: string): string => languageTagOf(note.lang) ?? lang;

/** Of the unit, else of what it lies in; `und` (ISO 639-2) where nobody says, for EDM wants one of every text. */
function languagesOf(record: HarvestRecord): string[] {
  const own = record.description.languages;
  const codes = own.length > 0 ? own : (record.inherited.languages?.value ?? []);
  const tags = codes.flatMap((code) => languageTagOf(code) ?? []);
  return tags.length > 0 ? [...new Set(tags)] : ['und'];
}

const reproductionOf = (record: HarvestRecord): Note[] =>
  record.description.elements.conditionsOfReproduction ??
  record.inherited.elements.conditionsOfReproduction?.value ??
  [];

function link(name: EdmPropertyName, resource: string, { properties }: Found): void {
  properties.push({ name, value: { resource } });
}

function describe(name: EdmPropertyName, context: EdmContext, found: Found): void {
  link(name, context.about, found);
  if (!found.contexts.some(({ about }) => about === context.about)) found.contexts.push(context);
}

function addDates({ dates }: HarvestRecord, about: string, lang: string, found: Found): void {
  const { display, start, end } = dates;
  if (says(display)) found.properties.push({ name: 'dcterms:created', value: { text: display, lang: null } });
  if (start === null || end === null) return;
  const label = says(display) ? display : start === end ? start : `${start}/${end}`;
  describe(
    'dcterms:temporal',
    { class: 'edm:TimeSpan', about: `${about}#dates`, label, lang, begin: start, end },
    found,
  );
}

/** Creators of the unit, else those of what it lies in. */
function addAgents(record: HarvestRecord, baseUrl: string, found: Found): void {
  const own = record.agents.filter(({ role }) => role === 'creator' || role === 'author');
  const creators = own.length > 0 ? own : (record.inherited.creators?.value ?? []);
  for (const { id, name } of creators)
    describe('dc:creator', { class: 'edm:Agent', about: `${baseUrl}/id/${id}`, label: name, lang: null }, found);
  for (const { id, name, role } of record.agents)
    if (role === 'subject')
      describe('dc:subject', { class: 'edm:Agent', about: `${baseUrl}/id/${id}`, label: name, lang: null }, found);
}

const propertyOf: Record<AccessPoint['kind'], EdmPropertyName> = {
  subject: 'dc:subject',
  function: 'dc:subject',
  occupation: 'dc:subject',
  genre: 'dc:type',
  place: 'dcterms:spatial',
  person: 'dc:subject',
  family: 'dc:subject',
  corporateBody: 'dc:subject',
  name: 'dc:subject',
  title: 'dcterms:references',
};

/** With an address of a vocabulary it is a thing that is described beside the object; else it is a word. */
function addAccessPoint(point: AccessPoint, ownAddress: string, lang: string, found: Found): void {
  const name = propertyOf[point.kind];
  const { label, coordinates = null } = point;
  if (!says(label)) return;
  const vocabulary = point.identifier === undefined ? null : webAddressOf(point.identifier);
  if (point.kind === 'place' && (vocabulary !== null || coordinates !== null))
    return describe(name, { class: 'edm:Place', about: vocabulary ?? ownAddress, label, lang, coordinates }, found);
  if (vocabulary === null || point.kind === 'title')
    return void found.properties.push({ name, value: { text: label, lang: isName(point) ? null : lang } });
  if (isName(point)) return describe(name, { class: 'edm:Agent', about: vocabulary, label, lang: null }, found);
  const scheme = point.source === undefined ? null : webAddressOf(point.source);
  const note = scheme === null && says(point.source) ? point.source : null;
  describe(name, { class: 'skos:Concept', about: vocabulary, label, lang, scheme, note }, found);
}

const isName = ({ kind }: AccessPoint): boolean => /^(person|family|corporateBody|name)$/.test(kind);

/** Where it is kept. */
function addPlace({ institution }: HarvestRecord, baseUrl: string, found: Found): void {
  const { coordinates, place } = institution.description;
  const label = says(place) && !institution.name.includes(place) ? `${institution.name}, ${place}` : institution.name;
  if (!coordinates) {
    if (says(label)) found.properties.push({ name: 'edm:currentLocation', value: { text: label, lang: ownLanguage } });
    return;
  }
  const about = `${baseUrl}/id/${institution.id}#place`;
  describe('edm:currentLocation', { class: 'edm:Place', about, label, lang: ownLanguage, coordinates }, found);
}

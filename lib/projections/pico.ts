import type { Note } from '#lib/records/description.ts';
import { mediaKindOf, mediaTypeOfObject } from '#lib/records/digital-media.ts';
import type { DisseminatingSite, HarvestRecord } from '#lib/records/harvest-views.ts';
import { languageTagOf, ownLanguage } from '#lib/records/language-tag.ts';
import { levelHeight } from '#lib/records/level.ts';
import { levelWords } from '#lib/records/level-words.ts';
import { objectAddress } from '#lib/records/object-address.ts';
import { leaf, says, wrap } from '#lib/records/xml-writing.ts';

/**
 * A unit in CulturaItalia's PICO application profile 1.0: qualified Dublin Core with a subject of PICO's thesaurus. Its schema can't be had: the
 * record is well formed, with the names that published mappings use, and no schema has looked at it.
 *
 * What the model cannot say in it: persons by their parts, techniques, events, prices; of the thesaurus only the few terms that fit what
 * archives keep.
 */
export function toPico(record: HarvestRecord, site: DisseminatingSite): string {
  const { description, dates, institution } = record;
  const lang = languageTagOf(record.titleLang) ?? ownLanguage;
  const page = `${site.baseUrl}/records/${record.id}`;
  const texts = (name: string, notes: readonly Note[] = []) =>
    notes.map((note) => leaf(name, note.text, { 'xml:lang': languageTagOf(note.lang) ?? lang })).join('');
  const ofKind = (...kinds: string[]) => description.accessPoints.filter(({ kind }) => kinds.includes(kind));
  const parent = record.ancestors.at(-1);
  return wrap(
    'pico:record',
    namespaces,
    leaf('dc:identifier', `${site.baseUrl}/id/${record.id}`, { 'xsi:type': 'dcterms:URI' }),
    leaf('dc:identifier', record.referenceCode),
    leaf('dc:title', says(record.title) ? record.title : levelWords[record.level], { 'xml:lang': lang }),
    ...description.otherTitles.map(({ title }) => leaf('dcterms:alternative', title)),
    ...creatorsOf(record).map((name) => leaf('dc:creator', name)),
    leaf('dc:subject', thesaurusTerm(record), { 'xsi:type': 'pico:Thesaurus' }),
    ...ofKind('subject', 'person', 'family', 'corporateBody', 'name', 'function', 'occupation').map(({ label }) =>
      leaf('dc:subject', label),
    ),
    texts('dc:description', [
      ...(description.elements.abstract ?? []),
      ...(description.elements.scopeAndContent ?? []),
    ]),
    leaf('dc:publisher', institution.name),
    leaf('dcterms:created', dates.display),
    leaf('dcterms:temporal', periodOf(record), { 'xsi:type': 'dcterms:Period' }),
    ...ofKind('place').map(({ label }) => leaf('dcterms:spatial', label)),
    leaf('dc:type', levelHeight[record.level] < levelHeight.file ? 'Collection' : 'PhysicalObject', {
      'xsi:type': 'dcterms:DCMIType',
    }),
    leaf('dc:type', record.unitType, { 'xml:lang': lang }),
    ...description.extents.map((extent) => leaf('dcterms:extent', extent)),
    ...description.languages.map((code) => leaf('dc:language', code, { 'xsi:type': 'dcterms:ISO639-2' })),
    leaf('dcterms:isReferencedBy', page, { 'xsi:type': 'dcterms:URI' }),
    parent ? leaf('dcterms:isPartOf', `${site.baseUrl}/id/${parent.id}`, { 'xsi:type': 'dcterms:URI' }) : '',
    preview(record, site.baseUrl),
    texts('dcterms:accessRights', description.elements.conditionsOfAccess),
    texts('dc:rights', description.elements.conditionsOfReproduction),
    leaf('dcterms:license', record.rightsUri),
    leaf('dcterms:rightsHolder', institution.name),
  );
}

const namespaces = {
  'xmlns:pico': 'http://purl.org/pico/1.0/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': 'http://purl.org/pico/1.0/ http://www.culturaitalia.it/pico/schemas/1.0/pico.xsd',
};

/** Terms that published PICO records use for what archives hold. */
function thesaurusTerm({ level, unitType, dates }: HarvestRecord): string {
  const base = 'http://culturaitalia.it/pico/thesaurus/';
  if (/map|pianta|planimetri|cart(a geo|ograf)/i.test(unitType ?? '')) return `${base}4.2#carte_geografiche_mappe`;
  if (/fotograf/i.test(unitType ?? '')) return `${base}4.1#fotografie`;
  // Before printing forms and typewriters a unit is written by hand.
  const isByHand = levelHeight[level] >= levelHeight.file && dates.end !== null && dates.end < '1850';
  return `${base}4.2#${isByHand ? 'manoscritti' : 'miscellanee_raccolte'}`;
}

const periodOf = ({ dates: { start, end } }: HarvestRecord): string | null =>
  start === null || end === null ? null : `start=${start}; end=${end};`;

function creatorsOf(record: HarvestRecord): string[] {
  const own = record.agents.filter(({ role }) => role === 'creator' || role === 'author');
  return (own.length > 0 ? own : (record.inherited.creators?.value ?? [])).map(({ name }) => name);
}

function preview({ digitalObjects }: HarvestRecord, base: string): string {
  const image = digitalObjects.find((object) => mediaKindOf(mediaTypeOfObject(object)) === 'image');
  return leaf('pico:preview', image && objectAddress(image.href, base), { 'xsi:type': 'dcterms:URI' });
}

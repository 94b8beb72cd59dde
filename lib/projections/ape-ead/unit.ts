import { nameElements, pointElements } from '#lib/records/ead-elements.ts';
import type { IsadElement, Note } from '#lib/records/description.ts';
import { isadElements } from '#lib/records/description.ts';
import type { HarvestRecord } from '#lib/records/harvest-views.ts';
import { iso6392 } from '#lib/records/iso-639-2.ts';
import { toMarkup } from '#lib/records/markup-text.ts';
import { linkedObjects } from '#lib/records/object-address.ts';
import { webAddressOf } from '#lib/records/web-address.ts';
import { xmlElement, xmlText } from '#lib/records/xml-element.ts';
import { apeBlocks, apeParagraphs, apePhrase } from './prose.ts';

/** apeEAD's prose elements; what has none is an `odd` under the name of its area. */
const proseElements: Partial<Record<IsadElement, string>> = {
  administrativeHistory: 'bioghist',
  archivalHistory: 'custodhist',
  immediateSource: 'acqinfo',
  abstract: 'scopecontent',
  scopeAndContent: 'scopecontent',
  appraisal: 'appraisal',
  accruals: 'accruals',
  arrangement: 'arrangement',
  filePlan: 'fileplan',
  conditionsOfAccess: 'accessrestrict',
  conditionsOfReproduction: 'userestrict',
  physicalCharacteristics: 'phystech',
  findingAids: 'otherfindaid',
  preferredCitation: 'prefercite',
  locationOfOriginals: 'originalsloc',
  locationOfCopies: 'altformavail',
  relatedUnits: 'relatedmaterial',
  separatedMaterial: 'separatedmaterial',
  publicationNote: 'bibliography',
  archivistsNote: 'processinfo',
};

/** The identity area of a unit. */
export function apeDid(record: HarvestRecord, base: string): string {
  const { description, institution, referenceCode, title, agents } = record;
  const extents = description.extents.map((line) => xmlText('extent', line));
  const creators = agents.filter(({ role }) => role === 'creator');
  return xmlElement(
    'did',
    {},
    xmlText('unitid', referenceCode, { type: 'call number' }),
    xmlElement('unittitle', {}, description.titleHtml ? apePhrase(description.titleHtml) : toMarkup(title)),
    dates(record),
    extents.length > 0 ? xmlElement('physdesc', {}, ...extents) : '',
    record.unitType ? xmlElement('physdesc', {}, xmlText('genreform', record.unitType)) : '',
    record.parentId === null ? xmlText('repository', institution.name) : '',
    ...creators.map(({ kind, name }) => xmlElement('origination', {}, xmlText(nameElements[kind], name))),
    ...description.containers.map(({ type, value, label }) =>
      type === 'physloc' ? xmlText('physloc', value, { label }) : xmlText('container', value, { type: oneWord(type) }),
    ),
    languages(description.languages),
    ...linkedObjects(record, base).map(digitalObject),
  );
}

function dates({ dates: { display, start, end } }: HarvestRecord): string {
  const words = display ?? ([start, end].filter(Boolean).join(' – ') || null);
  const normal = start && end ? (start === end ? start : `${start}/${end}`) : start;
  const known = normal && /^[0-2]/.test(normal) && !(end && start && !/^[0-2]/.test(end)) ? normal : null;
  return xmlText('unitdate', words, { calendar: 'gregorian', era: 'ce', normal: known });
}

function languages(codes: readonly string[]): string {
  const written = codes.map((code) => xmlText('language', code, { langcode: iso6392.has(code) ? code : null }));
  return written.length > 0 ? xmlElement('langmaterial', {}, ...written) : '';
}

/** Only what can be reached from the portal, at an address that xs:anyURI takes. */
function digitalObject({ href, label, role }: HarvestRecord['digitalObjects'][number]): string {
  const address = webAddressOf(href);
  if (address === null) return '';
  const kind = /thumb|miniatura|anteprima/i.test(role ?? '') ? 'thumbnail' : null;
  return xmlElement('dao', { 'xlink:href': address, 'xlink:title': kind ?? label });
}

/** One word, as xs:NMTOKEN takes it; null when nothing is left of it. */
export function oneWord(word: string | null): string | null {
  const plain = word?.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return plain?.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^_+|_+$/g, '') || null;
}

/** What a unit says after its identity. */
export function apeNotes(record: HarvestRecord): string {
  const { elements, identifiers, otherTitles } = record.description;
  const prose = isadElements.flatMap((name) => (elements[name] ?? []).map((note) => prosaic(name, note)));
  const former = record.formerCodes.map((code) =>
    xmlElement('odd', {}, xmlText('head', 'Segnatura precedente'), xmlText('p', code)),
  );
  const titles = otherTitles.map(({ title, label }) =>
    xmlElement('odd', {}, xmlText('head', label ?? 'Altro titolo'), xmlText('p', title)),
  );
  const codes = identifiers.map(({ value, label }) =>
    xmlElement('odd', {}, xmlText('head', label ?? 'Altro identificativo'), xmlText('p', value)),
  );
  return [...prose, ...former, ...titles, ...codes, closure(record), accessPoints(record)].join('');
}

function prosaic(name: IsadElement, { html, label }: Note): string {
  const element = proseElements[name] ?? 'odd';
  const content = element === 'phystech' ? apeParagraphs(html) : apeBlocks(html);
  return content === '' ? '' : xmlElement(element, {}, xmlText('head', label), content);
}

function closure({ visibility, consultableFrom }: HarvestRecord): string {
  if (visibility !== 'described') return '';
  const words = consultableFrom === null ? 'Non consultabile' : `Consultabile dal ${consultableFrom}`;
  return xmlElement('accessrestrict', {}, xmlText('p', words));
}

function accessPoints({ description, agents }: HarvestRecord): string {
  const points = description.accessPoints.map(({ kind, label }) => xmlText(pointElements[kind], label));
  const known = new Set(description.accessPoints.map(({ label }) => label));
  const others = agents
    .filter(({ role, name }) => role !== 'creator' && role !== 'custodian' && !known.has(name))
    .map(({ kind, name }) => xmlText(nameElements[kind], name));
  const written = [...points, ...others].filter((point) => point !== '');
  return written.length > 0 ? xmlElement('controlaccess', {}, ...written) : '';
}

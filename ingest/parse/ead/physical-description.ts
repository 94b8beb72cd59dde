import { writeExtent, waysToSay, type Count } from '#ingest/normalise/extent.ts';
import { attribute, collapse, elements, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { isType, labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { escapeHtml } from '#ingest/parse/xml/safe-html.ts';
import { writeDimensions } from './dimensions.ts';
import { readNote } from './notes.ts';
import { addNote, labelled, type UnitParts } from './unit-parts.ts';

/** ISAD(G) 3.1.5 as lines ready to show, and the type of unit where it is named. */
export function readPhysicalDescription(element: XmlElement, parts: UnitParts): void {
  switch (element.name) {
    case 'physdescset':
    case 'parallelphysdescset':
      for (const part of elements(element)) readPhysicalDescription(part, parts);
      return;
    case 'physdescstructured':
      return readStructured(element, parts);
    default:
      readPhysdesc(element, parts);
  }
}

/** EAD 2002 `physdesc`: words, or `extent`, `dimensions`, `physfacet`, `genreform` beside each other. */
function readPhysdesc(element: XmlElement, parts: UnitParts): void {
  // What kind of thing it is, said on its own: an empty one says that nothing else may be taken for it.
  if (isType(attribute(element, 'localtype'), 'TipoUnita')) {
    parts.typology = textOf(element);
    return;
  }
  parts.genre ??= textOf(within(element, 'genreform')[0]) || null;
  const inner = elements(element);
  const loose = element.content.some((part) => typeof part === 'string' && /[\p{L}\d]/u.test(part));
  const words = loose || inner.length === 0 ? textOf(element) : inner.map(extentWords).filter(Boolean).join('; ');
  if (words === '') return;
  const label = labelOfLocalType(attribute(element, 'label', 'localtype'));
  const known =
    label === null ||
    /^(Consistenza|Metri|Nota? alla|Note alla|Extent|Quantity|Physical)/i.test(label) ||
    words.toLowerCase().includes(label.toLowerCase());
  parts.description.extents.push(labelled(known ? null : label, words));
}

/** `<extent unit="m">3</extent>` is "3 m"; an extent that names its unit in words stays as it is. */
function extentWords(element: XmlElement): string {
  const text = textOf(element);
  const unit = attribute(element, 'unit');
  if (unit === null || !/^[\d.,\s/½¼¾x×*-]+$/i.test(text)) return text;
  return element.name === 'extent' ? writeExtent({ quantity: text, unit }) : `${text} ${unit}`;
}

/** EAD3 `physdescstructured`: a quantity of units, with facets and dimensions. */
function readStructured(element: XmlElement, parts: UnitParts): void {
  const given = elements(element, 'quantity')[0];
  const quantity = textOf(given);
  const unit = textOf(elements(element, 'unittype')[0]);
  if (unit !== '' && /^1?$/.test(quantity)) parts.unitTypes.push(unit);
  addCount({ quantity, unit, approximate: attribute(given, 'approximate') === 'true' }, parts);
  const dimensions = writeDimensions(
    elements(element, 'dimensions').map((dimension) => ({
      name: attribute(dimension, 'localtype', 'dimensionstype', 'label'),
      value: extentWords(dimension),
    })),
  );
  if (dimensions !== '') parts.description.extents.push(dimensions);
  for (const facet of elements(element, 'physfacet')) readFacet(facet, unit, parts);
  for (const note of elements(element, 'descriptivenote'))
    readNote(note, 'physicalCharacteristics', parts, null, false);
}

function addCount(count: Count, parts: UnitParts): void {
  const line = writeExtent(count);
  if (line === '') return;
  parts.description.extents.push(line);
  parts.counts.push({ line, ways: waysToSay(count) });
}

/** Counts that the source says in words as well ("10 volumi e 400 buste") are said once, in its words. */
export function dropRepeatedCounts({ counts, description }: UnitParts): void {
  if (counts.length === 0 || description.extents.length === 1) return;
  const structured = new Set(counts.map(({ line }) => line));
  const prose = description.extents.filter((line) => !structured.has(line)).map((line) => ` ${line.toLowerCase()} `);
  const repeated = new Set(
    counts.filter(({ ways }) => prose.some((line) => ways.some((way) => isSaid(line, way)))).map(({ line }) => line),
  );
  description.extents = [...new Set(description.extents)].filter((line) => !repeated.has(line));
}

function isSaid(line: string, way: string): boolean {
  const at = line.indexOf(way);
  return (
    at > 0 && !/[\p{L}\d.]$/u.test(line.slice(0, at)) && !/^(?:[\p{L}\d]|[.,]\d)/u.test(line.slice(at + way.length))
  );
}

/** Support, binding, seal …: characteristics of the material; the typology names the unit. */
function readFacet(facet: XmlElement, unit: string, parts: UnitParts): void {
  const type = attribute(facet, 'localtype', 'type', 'label');
  const genres = within(facet, 'genreform');
  const loose = collapse(facet.content.filter((part) => typeof part === 'string').join(' '));
  const values = (genres.length > 0 ? [loose, ...genres.flatMap(facetValues)] : [textOf(facet)]).filter(
    (value) => value !== '',
  );
  if (values.length === 0) return;
  if (type === 'Tipologia') parts.typology ??= values[0] ?? null;
  // "1 registro" has said it.
  if (type === 'Tipologia' && values.join().toLowerCase() === unit.toLowerCase()) return;
  if (type?.startsWith('Tipologia') && genres.length > 0) {
    for (const label of values) parts.description.accessPoints.push({ kind: 'genre', label });
    parts.genre ??= values[0] ?? null;
    return;
  }
  const label = labelOfLocalType(type);
  const text = values.join('; ');
  addNote(parts, 'physicalCharacteristics', { html: `<p>${escapeHtml(text)}</p>`, text, ...(label && { label }) });
}

function facetValues(genre: XmlElement): string[] {
  const pieces = elements(genre, 'part');
  if (pieces.length === 0) return [textOf(genre)];
  return pieces.map((part) => {
    const text = textOf(part);
    const type = attribute(part, 'localtype');
    return text && labelled(type === 'TracciatoSpecifico' ? null : labelOfLocalType(type), text);
  });
}

import { attribute, elements, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { escapeHtml } from '#ingest/parse/xml/safe-html.ts';
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
  parts.genre ??= textOf(within(element, 'genreform')[0]) || null;
  const inner = elements(element);
  const loose = element.content.some((part) => typeof part === 'string' && /[\p{L}\d]/u.test(part));
  const words = loose || inner.length === 0 ? textOf(element) : inner.map(extentWords).filter(Boolean).join('; ');
  if (words === '') return;
  const label = labelOfLocalType(attribute(element, 'label', 'localtype'));
  const known =
    label === null ||
    /^(Consistenza|Metri|Nota? alla|Note alla|Extent|Physical)/i.test(label) ||
    words.toLowerCase().includes(label.toLowerCase());
  parts.description.extents.push(labelled(known ? null : label, words));
}

/** `<extent unit="m">3</extent>` is "3 m"; an extent that names its unit in words stays as it is. */
function extentWords(element: XmlElement): string {
  const text = textOf(element);
  const unit = attribute(element, 'unit');
  return unit !== null && /^[\d.,\s/½¼¾-]+$/.test(text) ? `${text} ${unit}` : text;
}

/** EAD3 `physdescstructured`: a quantity of units, with facets and dimensions. */
function readStructured(element: XmlElement, parts: UnitParts): void {
  const quantity = textOf(elements(element, 'quantity')[0]);
  const unit = textOf(elements(element, 'unittype')[0]);
  if (unit !== '' && /^1?$/.test(quantity)) parts.unitTypes.push(unit);
  const line = [quantity, unit].filter(Boolean).join(' ');
  if (line !== '') parts.description.extents.push(line);
  const dimensions = elements(element, 'dimensions').map((dimension) => {
    const name = attribute(dimension, 'localtype', 'dimensionstype', 'label');
    const value = extentWords(dimension);
    return value && labelled(labelOfLocalType(name), value);
  });
  if (dimensions.some(Boolean)) parts.description.extents.push(dimensions.filter(Boolean).join(', '));
  for (const facet of elements(element, 'physfacet')) readFacet(facet, parts);
  for (const note of elements(element, 'descriptivenote'))
    readNote(note, 'physicalCharacteristics', parts, null, false);
}

/** Support, binding, seal …: characteristics of the material; the typology names the unit. */
function readFacet(facet: XmlElement, parts: UnitParts): void {
  const type = attribute(facet, 'localtype', 'type', 'label');
  const genres = within(facet, 'genreform');
  const values = (genres.length > 0 ? genres.flatMap((genre) => facetValues(genre)) : [textOf(facet)]).filter(
    (value) => value !== '',
  );
  if (values.length === 0) return;
  if (type === 'Tipologia') parts.typology ??= values[0] ?? null;
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

import type { AccessPoint } from '#lib/records/description.ts';
import { attribute, elements, textOf, type XmlElement } from '#ingest/parse/xml/element.ts';
import { relatorWord } from '#ingest/parse/relator-words.ts';
import { labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { escapeHtml } from '#ingest/parse/xml/safe-html.ts';
import { agentElements, identifierOf, nameOf, partType } from './names.ts';
import { readNote } from './notes.ts';
import { addNote, type UnitParts } from './unit-parts.ts';
import { wordTable } from '#ingest/word-table.ts';

const kinds = wordTable<AccessPoint['kind']>({
  subject: 'subject',
  geogname: 'place',
  persname: 'person',
  famname: 'family',
  corpname: 'corporateBody',
  name: 'name',
  genreform: 'genre',
  function: 'function',
  occupation: 'occupation',
  title: 'title',
});

/** EAD `controlaccess`, however nested; persons, families and bodies are agents as well. */
export function readAccessPoints(element: XmlElement, parts: UnitParts, internal: boolean): void {
  for (const entry of elements(element)) {
    const hidden = internal || attribute(entry, 'audience') === 'internal';
    const kind = kinds[entry.name];
    if (kind) readEntry(entry, kind, parts, hidden);
    else if (entry.name === 'controlaccess' || entry.name === 'list' || entry.name === 'item')
      readAccessPoints(entry, parts, hidden);
    else if (entry.name !== 'head') readNote(entry, 'note', parts, null, hidden);
  }
}

function readEntry(entry: XmlElement, kind: AccessPoint['kind'], parts: UnitParts, internal: boolean): void {
  const label = nameOf(entry);
  const identifier = identifierOf(entry);
  if (label === '' && identifier === null) return;
  const role = relatorWord(attribute(entry, 'relator', 'role') ?? remark(entry));
  const agentKind = agentElements[entry.name];
  if (agentKind && agentKind !== 'unknown') {
    parts.agents.push({
      role: 'subject',
      kind: agentKind,
      name: label || null,
      identifier,
      ...(role && { label: role }),
      ...(internal && { internal: true }),
    });
  }
  if (label === '') {
    // Known by its code in another system only: a link, for there is nothing to show.
    if (!agentKind && identifier !== null)
      parts.records.push({ kind: partType(elements(entry, 'part')[0] ?? entry) || entry.name, identifier });
    return;
  }
  const source = attribute(entry, 'source', 'vocabularysource');
  const coordinates = coordinatesOf(entry);
  parts.description.accessPoints.push({
    kind,
    label,
    ...(identifier !== null && { identifier }),
    ...(source && { source }),
    ...(role && { role }),
    ...(coordinates && { coordinates }),
    ...(internal && { internal: true }),
  });
  readExplanations(entry, label, parts, internal);
}

/** ICAR: a word on how the record and the entry are related. */
function remark(entry: XmlElement): string | null {
  const part = elements(entry, 'part').find((candidate) => partType(candidate) === 'NoteRelazione');
  return part ? textOf(part) || null : null;
}

const explaining = /^(Definizione|Descrizione|Annotazioni|ToponimoStorico|Stato|Note)$/;

/** ICAR's index entries explain themselves in parts of their own. */
function readExplanations(entry: XmlElement, label: string, parts: UnitParts, internal: boolean): void {
  for (const part of elements(entry, 'part')) {
    const text = textOf(part);
    const type = partType(part);
    if (text === '' || text === label || !explaining.test(type)) continue;
    addNote(parts, 'note', {
      html: `<p>${escapeHtml(text)}</p>`,
      text,
      label: `${label}: ${labelOfLocalType(type) ?? type}`,
      ...(internal && { internal: true }),
    });
  }
}

/** EAD3 `geographiccoordinates`: "latitude, longitude" in one, or ICAR's two. */
function coordinatesOf(entry: XmlElement): AccessPoint['coordinates'] | null {
  const given = elements(entry, 'geographiccoordinates');
  if (given.length === 0) return null;
  const northing = given.find((element) => /^lat/i.test(attribute(element, 'altrender') ?? ''));
  const easting = given.find((element) => /^lon/i.test(attribute(element, 'altrender') ?? ''));
  const [one = '', two = ''] = northing ? [textOf(northing), textOf(easting)] : textOf(given[0]).split(/[,;\s]+/);
  const latitude = Number(one);
  const longitude = Number(two);
  if (one === '' || two === '' || !(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return null;
  return { latitude, longitude };
}

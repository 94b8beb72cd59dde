import { normaliseLanguage } from '#ingest/normalise/language.ts';
import { attribute, elements, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { systemCode } from '#ingest/parse/xml/system-codes.ts';
import { readOrigination } from './origination.ts';
import { readDigitalObjects } from './digital-objects.ts';
import { readNote, readNotes } from './notes.ts';
import { readPhysicalDescription } from './physical-description.ts';
import { readStructuredDates, readUnitDate } from './unit-dates.ts';
import type { UnitParts } from './unit-parts.ts';

/** The `did`: ISAD(G)'s identity area and what EAD keeps beside it. */
export function readDid(did: XmlElement, parts: UnitParts, internal: boolean): void {
  for (const element of elements(did)) {
    const hidden = internal || attribute(element, 'audience') === 'internal';
    // What is marked internal may be shown to archivists as a note, but is no code, title or date of the record.
    if (hidden && element.name !== 'origination' && !/^dao(grp|set)?$/.test(element.name))
      readNote(element, 'note', parts, labelOf(element) ?? element.name, true);
    else readElement(element, parts, hidden);
  }
}

function readElement(element: XmlElement, parts: UnitParts, internal: boolean): void {
  switch (element.name) {
    case 'head':
    case 'repository':
      return;
    case 'unitid':
      parts.unitids.push(element);
      return;
    case 'unittitle':
      return readUnitTitle(element, parts);
    case 'unitdate':
      return readUnitDate(element, parts);
    case 'unitdatestructured':
      return readStructuredDates(element, parts);
    case 'physdesc':
    case 'physdescset':
    case 'parallelphysdescset':
    case 'physdescstructured':
      return readPhysicalDescription(element, parts);
    case 'origination':
      return readOrigination(element, parts, internal);
    case 'container':
      return readContainer(element, parts);
    case 'physloc':
      return readLocation(element, parts);
    case 'langmaterial':
      return readLanguages(element, parts);
    case 'dao':
    case 'daogrp':
    case 'daoset':
      return readDigitalObjects(element, parts, internal);
    default:
      readNotes(element, parts, internal);
  }
}

/** Titles may hold dates, and titles of their own. */
function readUnitTitle(element: XmlElement, parts: UnitParts): void {
  parts.titles.push(element);
  for (const part of elements(element)) {
    if (part.name === 'unitdate') readUnitDate(part, parts);
    else if (part.name === 'unitdatestructured') readStructuredDates(part, parts);
    else if (part.name === 'unittitle') readUnitTitle(part, parts);
    else if (/^dao(grp|set)?$/.test(part.name)) readDigitalObjects(part, parts, false);
    else for (const date of within(part, 'unitdate')) readUnitDate(date, parts);
  }
}

/** Boxes and folders; ICAR writes number and title within a `ref`. */
function readContainer(element: XmlElement, parts: UnitParts): void {
  const own = {
    ...element,
    content: element.content.filter((part) => typeof part === 'string' || part.name !== 'container'),
  };
  const value = textOf(own) || attribute(element, 'containerid') || '';
  const type = attribute(element, 'type') ?? attribute(element, 'localtype');
  const label = attribute(element, 'label');
  if (value !== '') parts.description.containers.push({ type, value, ...(label && label !== type && { label }) });
  for (const inner of elements(element, 'container')) readContainer(inner, parts);
}

/** Where it stands. ICAR gives the shelf's code, and the first and last piece on it. */
function readLocation(element: XmlElement, parts: UnitParts): void {
  const loose = element.content
    .filter((part) => typeof part === 'string')
    .join(' ')
    .trim();
  const refs = elements(element, 'ref');
  const code = [
    loose,
    ...refs.flatMap((ref) => ref.content.filter((part) => typeof part === 'string').map((text) => text.trim())),
  ].find((text) => systemCode.test(text));
  const label = labelOfLocalType(attribute(element, 'label', 'localtype', 'type')) ?? undefined;
  if (code) parts.description.identifiers.push({ value: code, label: label ?? 'Collocazione' });
  const value = textOf(element)
    .replace(code ?? '', '')
    .replace(/\s+/g, ' ')
    .trim();
  const pieces = refs.filter((ref) => /^(Da|A)Pezzo$/.test(attribute(ref, 'arcrole') ?? '')).map(textOf);
  const shown = pieces.length === 2 ? pieces.join('-') : value;
  if (shown !== '') parts.description.containers.push({ type: 'physloc', value: shown, ...(label && { label }) });
}

/** The languages of the material; that of the description itself says nothing of it. */
function readLanguages(element: XmlElement, parts: UnitParts): void {
  if (attribute(element, 'label', 'localtype') === 'LinguaDescrizione') return;
  const named = within(element, 'language');
  for (const language of named) {
    const code = normaliseLanguage(attribute(language, 'langcode', 'lang')) ?? normaliseLanguage(textOf(language));
    if (code !== null && !parts.description.languages.includes(code)) parts.description.languages.push(code);
  }
  const notes = within(element, 'descriptivenote');
  // ISAD(G) 3.4.3 asks for scripts too; Latin goes without saying.
  for (const script of within(element, 'script'))
    if (!/^(lat|$)/i.test(textOf(script)) && !/^latn$/i.test(attribute(script, 'scriptcode') ?? ''))
      readNote(script, 'languageNote', parts, 'Scrittura', false);
  const loose = element.content.some((part) => typeof part === 'string' && /\p{L}{2}/u.test(part));
  if (loose) readNote(element, 'languageNote', parts, labelOf(element), false);
  else for (const note of notes) readNote(note, 'languageNote', parts, null, false);
  // A language named only in words that are no code is kept in words.
  if (!loose && notes.length === 0 && parts.description.languages.length === 0 && textOf(element) !== '')
    readNote(element, 'languageNote', parts, null, false);
}

function labelOf(element: XmlElement): string | null {
  return labelOfLocalType(attribute(element, 'label') ?? attribute(element, 'localtype'));
}

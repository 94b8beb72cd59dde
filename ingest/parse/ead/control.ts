import { controlNotes } from '#ingest/parse/control/control-notes.ts';
import { inheritingAudience } from '#ingest/parse/control/statements.ts';
import { attribute, elements, first, textOf, type XmlElement } from '#ingest/parse/xml/element.ts';
import { internalApart, isInternal } from '#ingest/parse/xml/internal.ts';
import { isType, labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { safeHref } from '#ingest/parse/xml/safe-html.ts';
import { systemCode } from '#ingest/parse/xml/system-codes.ts';
import { readFrontMatter } from './front-matter.ts';
import { readNote, readVisibility } from './notes.ts';
import { addNote, type UnitParts } from './unit-parts.ts';

/** What stands before archdesc and speaks of the description as a whole: ISAD(G) 3.7 of the root. */
export function readControl(ead: XmlElement, parts: UnitParts): void {
  const control = first(ead, 'control');
  const header = control ?? first(ead, 'eadheader');
  const { notes, codes } = controlNotes(header);
  for (const note of notes) addNote(parts, 'archivistsNote', note);
  for (const { value, label } of codes) parts.records.push({ kind: label ?? 'control', identifier: value });
  if (control) {
    const { content } = internalApart(control, (name) => name === 'sources');
    // What an internal header holds is internal.
    const read = isInternal(control) ? inheritingAudience({ ...control, content }) : { ...control, content };
    readIdentifiers(read, parts);
    readLinks(read, parts);
    readSources(read, parts);
    for (const local of elements(read, 'localcontrol')) readLocalControl(local, parts);
  }
  readFrontMatter(ead, header, parts);
}

function readIdentifiers(control: XmlElement, parts: UnitParts): void {
  for (const element of elements(control, 'otherrecordid')) {
    const value = textOf(element);
    const label = labelOfLocalType(attribute(element, 'localtype')) ?? 'Identificativo della descrizione';
    if (isInternal(element)) readNote(element, 'archivistsNote', parts, label, true);
    else if (value !== '') parts.description.identifiers.push({ value, label });
  }
}

/** EAD3 `representation`: the finding aid in another form, mostly a PDF. */
function readLinks(control: XmlElement, parts: UnitParts): void {
  for (const element of elements(control, 'representation')) {
    if (safeHref(attribute(element, 'href')) === null && textOf(element) === '') continue;
    const link = { ...element, name: 'ref' };
    readNote(
      { ...element, content: [link] },
      'findingAids',
      parts,
      null,
      attribute(element, 'audience') === 'internal',
    );
  }
}

/** EAD3 `sources`: codes are links, words are said. */
function readSources(control: XmlElement, parts: UnitParts): void {
  const sources = elements(control, 'sources').flatMap((list) =>
    elements(isInternal(list) ? inheritingAudience(list) : list, 'source'),
  );
  for (const source of sources) {
    const entry = textOf(first(source, 'sourceentry'));
    if (systemCode.test(entry)) {
      parts.records.push({ kind: attribute(source, 'linkrole') ?? 'source', identifier: entry });
      continue;
    }
    const content = source.content.filter((part) => typeof part === 'string' || part.name !== 'objectxmlwrap');
    const internal = attribute(source, 'audience') === 'internal';
    readNote({ ...source, content }, 'archivistsNote', parts, 'Fonti', internal);
  }
}

/** ICAR: what the public may see of it, which descriptions belong to it; other systems: how far the description has come. */
function readLocalControl(local: XmlElement, parts: UnitParts): void {
  const type = attribute(local, 'localtype') ?? '';
  if (isType(type, 'VisibilitaFE')) return readVisibility(local, parts);
  // Which system it came from is kept with the source.
  if (type.endsWith('DiSistema')) return;
  for (const term of elements(local, 'term')) {
    const code = attribute(term, 'identifier');
    if (code !== null && systemCode.test(code)) parts.records.push({ kind: type || 'control', identifier: code });
  }
  const label = type === 'findaidstatus' ? 'Stato della descrizione' : labelOfLocalType(type);
  const internal = attribute(local, 'audience') === 'internal' || isType(type, 'StatusScheda');
  readNote(local, 'archivistsNote', parts, label, internal);
}

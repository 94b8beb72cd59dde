import { isadElements, type IsadElement } from '#lib/records/description.ts';
import { attribute, elements, first, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { isType, labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { RichText } from '#ingest/parse/xml/rich-text.ts';
import { escapeHtml } from '#ingest/parse/xml/safe-html.ts';
import { addNote, type UnitParts } from './unit-parts.ts';
import { readAccessPoints } from './access-points.ts';
import { readOrigination } from './origination.ts';
import { readDigitalObjects } from './digital-objects.ts';
import { wordTable } from '#ingest/word-table.ts';

/** EAD's prose elements by ISAD(G)'s names. */
export const isadOf = wordTable<IsadElement>({
  bioghist: 'administrativeHistory',
  custodhist: 'archivalHistory',
  acqinfo: 'immediateSource',
  abstract: 'abstract',
  scopecontent: 'scopeAndContent',
  appraisal: 'appraisal',
  accruals: 'accruals',
  arrangement: 'arrangement',
  fileplan: 'filePlan',
  accessrestrict: 'conditionsOfAccess',
  userestrict: 'conditionsOfReproduction',
  legalstatus: 'legalStatus',
  phystech: 'physicalCharacteristics',
  materialspec: 'physicalCharacteristics',
  otherfindaid: 'findingAids',
  prefercite: 'preferredCitation',
  originalsloc: 'locationOfOriginals',
  altformavail: 'locationOfCopies',
  relatedmaterial: 'relatedUnits',
  separatedmaterial: 'separatedMaterial',
  bibliography: 'publicationNote',
  odd: 'note',
  note: 'note',
  didnote: 'note',
  index: 'index',
  processinfo: 'archivistsNote',
  // As ICAR's own examples misspell them.
  acquinfo: 'immediateSource',
  userrestrict: 'conditionsOfReproduction',
});

/** ICAR: notes of the `did` on the state of the material. */
const physicalNotes = /^(StatoDiConservazione|CondizioniDelMateriale|RestauroOAltriInterventi)$/;

interface Inherited {
  label: string | null;
  internal: boolean;
  /** The element around has no words of its own: its head speaks for what it holds. */
  bare?: boolean;
}

/** One prose element: each statement within it becomes a note; elements of ISAD(G) nested in it are notes of their own. */
export function readNotes(element: XmlElement, parts: UnitParts, internal: boolean): void {
  readNested(element, 'note', { label: null, internal }, parts);
}

/** Blocks that stand where the standard wants a prose element around them. */
const standingAlone = /^(list|deflist|chronlist|table|blockquote|address)$/;

function readNested(element: XmlElement, outer: IsadElement, inherited: Inherited, parts: UnitParts): void {
  if (standingAlone.test(element.name))
    return readNote(
      { ...element, content: [element] },
      outer,
      parts,
      inherited.label,
      inherited.internal || attribute(element, 'audience') === 'internal',
    );
  const type = attribute(element, 'localtype');
  const hidden = inherited.internal || attribute(element, 'audience') === 'internal';
  if (isType(type, 'VisibilitaFE')) return readVisibility(element, parts);
  if (element.name === 'accessrestrict' && isType(type, 'ConsultabileDal')) {
    parts.accessStatements.push(textOf(element));
    return;
  }
  const named = isadElements.find((name) => type === `isad:${name}`);
  const internal = hidden || isType(type, 'StatusScheda');
  const isad =
    element.name === 'didnote' && physicalNotes.test(type ?? '')
      ? 'physicalCharacteristics'
      : (named ?? isadOf[element.name] ?? outer);
  const head = textOf(first(element, 'head'));
  const own =
    (head || (!named && labelOfLocalType(type)) || labelOfLocalType(attribute(element, 'label', 'type'))) ?? null;
  const known = element.name in isadOf || element.name === 'p';
  const label = own ?? (isad === outer || inherited.bare ? inherited.label : null) ?? (known ? null : element.name);
  // Access to Memory 1 and 2 name who made the records only in the chronology of the history.
  if (element.name === 'bioghist')
    for (const maker of within(element, 'origination')) readMaker(maker, parts, internal);
  const prose: XmlElement['content'] = [];
  const bare =
    head !== '' &&
    element.content.every((part) => typeof part === 'string' || isNested(part.name) || part.name === 'head');
  for (const part of element.content) {
    if (typeof part === 'string') prose.push(part);
    else if (isNested(part.name)) {
      flush(element, prose, isad, parts, label, internal);
      readNested(part, isad, { label, internal, bare }, parts);
    } else if (part.name === 'controlaccess') readAccessPoints(part, parts, internal);
    else if (/^dao(grp|set)?$/.test(part.name)) readDigitalObjects(part, parts, internal);
    else if (part.name !== 'head') {
      // Images among the words are the unit's.
      for (const object of within(part, 'dao', 'daogrp', 'daoset')) readDigitalObjects(object, parts, internal);
      prose.push(part);
    }
  }
  flush(element, prose, isad, parts, label, internal);
}

function readMaker(origination: XmlElement, parts: UnitParts, internal: boolean): void {
  const before = parts.agents.length;
  readOrigination(origination, parts, internal);
  const known = parts.agents.slice(0, before).filter(({ role }) => role === 'creator');
  const found = parts.agents.splice(before);
  parts.agents.push(...found.filter(({ name }) => !known.some((agent) => agent.name === name)));
}

function isNested(name: string): boolean {
  return name in isadOf && name !== 'note' && name !== 'abstract';
}

function flush(
  element: XmlElement,
  prose: XmlElement['content'],
  isad: IsadElement,
  parts: UnitParts,
  label: string | null,
  internal: boolean,
): void {
  if (prose.length === 0) return;
  readNote({ ...element, content: prose.splice(0) }, isad, parts, label, internal);
}

/** The words of one element as one note. */
export function readNote(
  element: XmlElement,
  isad: IsadElement,
  parts: UnitParts,
  label: string | null,
  internal: boolean,
): void {
  const rich = new RichText();
  rich.flow(element.content);
  for (const code of rich.codes) {
    const kind = code.label ?? attribute(element, 'localtype', 'altrender') ?? element.name;
    // Who described the unit is no number of the unit's.
    if (code.linked || isad === 'archivistsNote') parts.records.push({ kind, identifier: code.value });
    else {
      const shown = kind === element.name ? null : labelOfLocalType(kind);
      parts.description.identifiers.push({ value: code.value, ...(shown && { label: shown }) });
    }
  }
  const done = rich.out.done();
  if (!done) return;
  const lang = attribute(element, 'lang');
  addNote(parts, isad, {
    ...done,
    ...(label && { label }),
    ...(lang && { lang }),
    ...(internal && { internal: true }),
  });
  // A closure holds whoever may read why.
  if (isad === 'conditionsOfAccess') parts.accessStatements.push(done.text);
}

/** ICAR's code of what the public may see; anything but hidden is said elsewhere in words. */
export function readVisibility(element: XmlElement, parts: UnitParts): void {
  const code = textOf(element);
  if (/^(nessuna|nascost[ao]|non visibile|no)$/i.test(code)) parts.hidden = true;
  if (code !== '')
    addNote(parts, 'conditionsOfAccess', {
      html: `<p>${escapeHtml(code)}</p>`,
      text: code,
      label: 'Visibilità',
      internal: true,
    });
  for (const inner of elements(element, 'accessrestrict')) readVisibility(inner, parts);
}

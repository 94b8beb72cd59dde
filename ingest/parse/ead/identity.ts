import { normaliseReferenceCode } from '#ingest/normalise/reference-code.ts';
import { attribute, collapse, elements, first, textOf, type XmlElement } from '#ingest/parse/xml/element.ts';
import { isType, labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { RichText } from '#ingest/parse/xml/rich-text.ts';
import { escapeHtml } from '#ingest/parse/xml/safe-html.ts';
import type { UnitFrame } from './frame.ts';
import type { UnitParts } from './unit-parts.ts';

export interface Identity {
  componentId: string | null;
  referenceCode: string | null;
  formerCodes: string[];
  /** Null when the source has none. */
  title: string | null;
  titleLang: string | null;
}

/** ISAD(G) 3.1.1 and 3.1.2, from all `unitid` and `unittitle` of the unit; what is neither code nor title goes to the description. */
export function readIdentity(parts: UnitParts, frame: UnitFrame): Identity {
  const codes = readCodes(parts);
  return { ...codes, componentId: codes.componentId ?? attribute(frame.element, 'id'), ...readTitle(parts) };
}

/** The id by which other records and later versions of the file know the unit. */
export function componentIdOf(unit: XmlElement): string | null {
  const did = first(unit, 'did');
  const system = did && elements(did, 'unitid').find((unitid) => isSystemId(unitid) && textOf(unitid) !== '');
  return normaliseReferenceCode(textOf(system)) ?? attribute(unit, 'id');
}

function readCodes(parts: UnitParts): Pick<Identity, 'componentId' | 'referenceCode' | 'formerCodes'> {
  const [only] = parts.unitids;
  // Most units have one code and nothing said of it.
  if (!only || (parts.unitids.length === 1 && isPlain(only))) {
    return { componentId: null, referenceCode: normaliseReferenceCode(textOf(only)), formerCodes: [] };
  }
  const given = parts.unitids.map((element) => ({
    element,
    value: normaliseReferenceCode(textOf(element)) ?? attribute(element, 'identifier') ?? '',
  }));
  const unitids = given.filter(({ value }) => value !== '');
  const system = unitids.find(({ element }) => isSystemId(element));
  const others = unitids.filter((unitid) => unitid !== system && !isOther(unitid.element));
  const current =
    others.find(({ element }) => /^(segnatura|call ?number|signatur|cote)$/i.test(kindOf(element) ?? '')) ??
    others.find(({ element }) => kindOf(element) === null) ??
    others.find(({ element }) => !isFormer(element) && !foreign.test(kindOf(element) ?? ''));
  const formerCodes: string[] = [];
  for (const unitid of unitids) {
    if (unitid === current) continue;
    if (isFormer(unitid.element) && !isOther(unitid.element)) formerCodes.push(unitid.value);
    else parts.description.identifiers.push(identifier(unitid.element, unitid.value));
    const number = attribute(unitid.element, 'identifier');
    if (number !== null && !unitid.value.includes(number))
      parts.description.identifiers.push(identifier(unitid.element, number));
  }
  return { componentId: system?.value ?? null, referenceCode: current?.value ?? null, formerCodes };
}

function isPlain(element: XmlElement): boolean {
  for (const _ in element.attributes) return false;
  return true;
}

/** Numbers that other systems and programs gave: never what a scholar cites. */
const foreign = /^(altro|idprecedente|num|sia)|uri$|url|ark|barcode|doi|handle|aspace/i;

function identifier(element: XmlElement, value: string): { value: string; label?: string } {
  const label = labelOfLocalType(
    attribute(element, 'label') ?? attribute(element, 'localtype') ?? attribute(element, 'type'),
  );
  return label === null ? { value } : { value, label };
}

function kindOf(element: XmlElement): string | null {
  return attribute(element, 'label') ?? attribute(element, 'localtype') ?? attribute(element, 'type');
}

/** Labels that programs put before the code itself, which EAD3 may give an identifier as well. */
const codeLabel =
  /^(segnatura|call|shelf|collection|coll\b|reference|ref\b|identifi|id\b|unit|number|no\b|inventa|inv\b|cote|signatur|bestellnummer|signatura|código|codice|archiefnummer|toegang)/i;

/** ICAR: `label` is the acronym of the system and `identifier` its number; the text is the id that other records use. */
function isSystemId(element: XmlElement): boolean {
  const label = attribute(element, 'label');
  return (
    label !== null &&
    attribute(element, 'identifier') !== null &&
    !attribute(element, 'localtype') &&
    /^[A-Z.][\w.-]*( [\w.]+)*$/.test(label) &&
    !codeLabel.test(label)
  );
}

/** ICAR: a number from elsewhere, whatever its label says. */
function isOther(element: XmlElement): boolean {
  return isType(attribute(element, 'localtype'), 'AltroId');
}

function isFormer(element: XmlElement): boolean {
  return [attribute(element, 'label'), attribute(element, 'localtype'), attribute(element, 'type')].some((word) =>
    /^segnaturaprecedente|former|previous|ancien|^old\b|precedente segnatura|segnatura (?:antica|precedente)|vorherige|voormalig|alt(?:e )?signatur|antigua|anterior/i.test(
      word ?? '',
    ),
  );
}

/** ICAR gives several titles: the supplied or current one before the original, the rest beside it. */
const ranks: [RegExp, number][] = [
  [/^(denominazione|titoloattribuito|titoloattributo)$/i, 0],
  [/^$/, 1],
  [/^titolooriginale$/i, 2],
];

function rank(element: XmlElement): number {
  return ranks.find(([pattern]) => pattern.test(attribute(element, 'localtype', 'label', 'type') ?? ''))?.[1] ?? 3;
}

function readTitle(parts: UnitParts): Pick<Identity, 'title' | 'titleLang'> {
  const titles = parts.titles.map((element) => ({ element, ...titleText(element) })).filter(({ text }) => text !== '');
  if (titles.length > 1) titles.sort((a, b) => rank(a.element) - rank(b.element));
  const [best, ...others] = titles;
  for (const { element, text } of others) {
    const type = attribute(element, 'label', 'localtype', 'type');
    // Some say by the type what language a parallel title is in.
    const tongue = /^[a-z]{3}$/.test(type ?? '') ? type : null;
    const lang = attribute(element, 'lang') ?? tongue;
    const label = tongue === null ? labelOfLocalType(type) : null;
    parts.description.otherTitles.push({ title: text, ...(label && { label }), ...(lang && { lang }) });
  }
  if (!best) return { title: null, titleLang: null };
  if (best.html !== escapeHtml(best.text)) parts.description.titleHtml = best.html;
  return { title: best.text, titleLang: attribute(best.element, 'lang') };
}

/** A title without the dates within it, which are read as dates. */
function titleText(element: XmlElement): { text: string; html: string } {
  const [only] = element.content;
  if (element.content.length === 1 && typeof only === 'string') {
    const text = collapse(only);
    return { text, html: escapeHtml(text) };
  }
  const content = element.content.filter(
    (part) =>
      typeof part === 'string' ||
      (part.name !== 'unitdate' &&
        part.name !== 'unitdatestructured' &&
        part.name !== 'dao' &&
        part.name !== 'unittitle'),
  );
  const rich = new RichText();
  rich.phrase(content);
  const dated = content.length !== element.content.length;
  const done = rich.out.done() ?? { text: '', html: '' };
  // "Letters, 1914-1918" without its date must not end in a comma.
  if (!dated) return done;
  // The semicolon of an entity is no punctuation.
  return {
    text: done.text.replace(/[\s,;:]+$/, ''),
    html: done.html.replace(/(?:[\s,:]|(?<!&(?:amp|lt|gt|quot));)+$/, ''),
  };
}

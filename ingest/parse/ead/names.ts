import type { AgentKind } from '#lib/records/agent.ts';
import { attribute, collapse, elements, textOf, type XmlElement } from '#ingest/parse/xml/element.ts';
import { systemCode } from '#ingest/parse/xml/system-codes.ts';
import { wordTable } from '#ingest/word-table.ts';

export const agentElements = wordTable<AgentKind>({
  persname: 'person',
  famname: 'family',
  corpname: 'corporateBody',
  name: 'unknown',
});

/** Parts of ICAR index entries that are the heading itself. */
const headings = /^(Lemma|Intestazione.*|Antroponimo|NomeEnte|NomeFamiglia|Toponimo|Soggetto|Denominazione)$/;
/** Parts that identify, qualify or explain; they are no part of the name. */
const aside = /^(Identificativo.*|AltroAuthority|AltroCodice|NoteRelazione|StatusScheda|Note|Qualifica)$/;

/**
 * A name or heading in EAD 2002 (text) or EAD3 (`part` elements). Parts of a name follow each other with commas, subdivisions
 * of a heading with dashes. Empty when the source gives only a code.
 */
export function nameOf(element: XmlElement): string {
  const parts = elements(element, 'part');
  if (parts.length === 0) return bare(textOf(withoutAside(element)));
  const [only] = parts;
  if (parts.length === 1 && only && isBare(only)) return bare(textOf(only));
  const heading = parts.find((part) => headings.test(partType(part)) && textOf(part) !== '');
  if (heading) return bare(textOf(heading));
  const texts = parts
    .filter((part) => !aside.test(partType(part)) && attribute(part, 'altrender') !== 'StatusScheda')
    .map(textOf);
  const words = texts.filter((text) => text !== '');
  return bare(element.name in agentElements ? commas(words) : words.join(' -- '));
}

/** The identifier of an agent or heading: EAD3 `identifier`, EAD 2002 `authfilenumber`, ICAR's on a part, or a code that stands for the name. */
export function identifierOf(element: XmlElement): string | null {
  const own = attribute(element, 'identifier', 'authfilenumber', 'valueURI');
  if (own !== null) return own;
  for (const part of elements(element, 'part')) {
    const identifier = attribute(part, 'identifier');
    if (identifier !== null && !partType(part).startsWith('Altro'))
      return partType(part).startsWith('Identificativo') ? textOf(part) || identifier : identifier;
  }
  const text = textOf(element);
  return systemCode.test(text) ? text : null;
}

function isBare(part: XmlElement): boolean {
  for (const _ in part.attributes) return false;
  return true;
}

export function partType(part: XmlElement): string {
  return attribute(part, 'localtype', 'localType') ?? '';
}

function bare(name: string): string {
  return systemCode.test(name) ? '' : collapse(name);
}

function commas(words: readonly string[]): string {
  return words.reduce(
    (name, word) => (name === '' ? word : `${name}${/[,;(-]$/.test(name) || /^[(,]/.test(word) ? '' : ','} ${word}`),
    '',
  );
}

/** EAD 2002 lets an address or a subordinate unit stand within a name; coordinates stand beside the name of a place. */
function withoutAside(element: XmlElement): XmlElement {
  if (element.content.length === 1) return element;
  const content = element.content.filter(
    (part) => typeof part === 'string' || !/^(address|geographiccoordinates|ptr|extptr)$/.test(part.name),
  );
  return { ...element, content };
}

/** An element with its content in document order; names are local names, for the namespace was looked at when it was read. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  content: (XmlElement | string)[];
  line: number;
}

/** Children that are elements, of one name when given. */
export function elements(parent: XmlElement, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const part of parent.content) {
    if (typeof part !== 'string' && (name === undefined || part.name === name)) found.push(part);
  }
  return found;
}

/** The first child of that name, or the first at the end of a path of names. */
export function first(parent: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let here = parent;
  for (const name of path) {
    if (!here) return undefined;
    here = here.content.find((part): part is XmlElement => typeof part !== 'string' && part.name === name);
  }
  return here;
}

/** All elements below, at any depth, with one of these names; what lies within a found one is not searched. */
export function within(parent: XmlElement, ...names: string[]): XmlElement[] {
  const found: XmlElement[] = [];
  for (const part of parent.content) {
    if (typeof part === 'string') continue;
    if (names.includes(part.name)) found.push(part);
    else found.push(...within(part, ...names));
  }
  return found;
}

/** The text of an element and all below it, white space collapsed. */
export function textOf(element: XmlElement | undefined): string {
  if (!element) return '';
  const only = element.content[0];
  if (element.content.length === 1 && typeof only === 'string') return collapse(only);
  return collapse(rawText(element));
}

function rawText(element: XmlElement): string {
  let text = '';
  for (const part of element.content) {
    // Words of neighbouring elements must not grow together.
    text +=
      typeof part === 'string'
        ? part
        : `${breaksWords(part.name) ? ' ' : ''}${rawText(part)}${breaksWords(part.name) ? ' ' : ''}`;
  }
  return text;
}

const inline = new Set([
  'emph',
  'title',
  'ref',
  'extref',
  'abbr',
  'expan',
  'span',
  'num',
  'date',
  'foreign',
  'quote',
  'subject',
  'persname',
  'corpname',
  'geogname',
  'famname',
  'name',
]);

/** Whether the element's text stands apart from what is beside it. */
function breaksWords(name: string): boolean {
  return !inline.has(name);
}

const uncollapsed = /[\t\n\r]| {2}|^ | $/;

/** White space as in a line of text: single blanks, none at the ends. No-break blanks stay. */
export function collapse(text: string): string {
  return uncollapsed.test(text) ? text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '') : text;
}

/** An attribute's trimmed value, or null when it is absent or empty. */
export function attribute(element: XmlElement | undefined, ...names: string[]): string | null {
  if (!element) return null;
  for (const name of names) {
    const value = element.attributes[name]?.trim();
    if (value) return value;
  }
  return null;
}

/** The element's text, or null when there is none. */
export function textOrNull(element: XmlElement | undefined): string | null {
  return textOf(element) || null;
}

/** A small tree of one unit's own content: what a streaming parser keeps of a component until it is done. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
  line: number;
}

export function isElement(node: Element | string): node is Element {
  return typeof node !== 'string';
}

export function childrenOf(element: Element, ...names: string[]): Element[] {
  return element.children.filter(
    (node): node is Element => isElement(node) && (names.length === 0 || names.includes(node.name)),
  );
}

export function childOf(element: Element, ...names: string[]): Element | undefined {
  return childrenOf(element, ...names)[0];
}

/** Every element of a name below, at any depth, in document order. */
export function descendants(element: Element, ...names: string[]): Element[] {
  return childrenOf(element).flatMap((child) =>
    names.includes(child.name) ? [child, ...descendants(child, ...names)] : descendants(child, ...names),
  );
}

/** Text with white space collapsed. */
export function textOf(element: Element | undefined): string {
  if (!element) return '';
  return rawText(element).replace(/\s+/g, ' ').trim();
}

function rawText(element: Element): string {
  let text = '';
  for (const node of element.children)
    text += isElement(node)
      ? `${blocks.has(node.name) ? ' ' : ''}${rawText(node)}${blocks.has(node.name) ? ' ' : ''}`
      : node;
  return text;
}

/** Elements that stand on lines of their own: their words do not run together. */
const blocks = new Set([
  'p',
  'lb',
  'list',
  'item',
  'head',
  'table',
  'row',
  'entry',
  'chronlist',
  'chronitem',
  'event',
  'date',
  'defitem',
  'label',
  'blockquote',
  'part',
  'address',
  'addressline',
  'bibref',
  'archref',
  'datesingle',
  'unitdate',
  'extent',
]);

export function attribute(element: Element | undefined, ...names: string[]): string | null {
  for (const name of names) {
    const value = element?.attributes[name]?.trim();
    if (value) return value;
  }
  return null;
}

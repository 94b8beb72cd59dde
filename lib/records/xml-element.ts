import { toMarkup } from './markup-text.ts';

/** Attributes by name; what is null or absent is not written. */
export type XmlAttributes = Readonly<Record<string, string | null | undefined>>;

/** An element around mark-up that is written already. Any string may stand in its attributes. */
export function xmlElement(name: string, attributes: XmlAttributes, ...content: readonly string[]): string {
  const inside = content.join('');
  return inside === '' ? `<${name}${written(attributes)}/>` : `${xmlStart(name, attributes)}${inside}</${name}>`;
}

/** An element around words; nothing where there are none. */
export function xmlText(name: string, text: string | null | undefined, attributes: XmlAttributes = {}): string {
  return text ? xmlElement(name, attributes, toMarkup(text)) : '';
}

/** The start tag alone, for what is written a part at a time. */
export function xmlStart(name: string, attributes: XmlAttributes = {}): string {
  return `<${name}${written(attributes)}>`;
}

function written(attributes: XmlAttributes): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== undefined) text += ` ${name}="${toMarkup(value)}"`;
  return text;
}

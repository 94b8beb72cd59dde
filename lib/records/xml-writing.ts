import { toMarkup } from './markup-text.ts';

/** Attributes by name; one without a value is not written. */
export type Attributes = Readonly<Record<string, string | null | undefined>>;

/** An element around XML that is ready. */
export function wrap(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const inner = content.join('');
  const opened = `${name}${written(attributes)}`;
  return inner === '' ? `<${opened}/>` : `<${opened}>${inner}</${name}>`;
}

/** The same; nothing where nothing is in it. */
export const wrapped = (name: string, attributes: Attributes, ...content: readonly string[]): string =>
  content.every((part) => part === '') ? '' : wrap(name, attributes, ...content);

/** An element around a text; nothing where the text says nothing. */
export const leaf = (name: string, text: string | null | undefined, attributes: Attributes = {}): string =>
  says(text) ? `<${name}${written(attributes)}>${toMarkup(text)}</${name}>` : '';

/** Whether a text says anything: schemas refuse what is all white space. */
export const says = (text: string | null | undefined): text is string =>
  text !== null && text !== undefined && text.trim() !== '';

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (says(value) ? ` ${name}="${toMarkup(value)}"` : ''))
    .join('');
}

/** A text as XML Schema's NMTOKEN, which identifiers have to be in many formats; what it has no place for becomes `_`. */
export const nameToken = (text: string): string => text.trim().replace(/[^A-Za-z0-9._-]+/g, '_') || '_';

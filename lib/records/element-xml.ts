import { toMarkup } from './markup-text.ts';

/** A tree of XML elements: text, further elements, or the same element several times. */
export interface Elements {
  readonly [name: string]: string | number | Elements | readonly (string | Elements)[];
}

/** Elements as XML, each on its line. */
export function inXml(elements: Elements, depth: number): string {
  const indent = '  '.repeat(depth);
  const element = (name: string, content: string | number | Elements): string =>
    typeof content === 'object'
      ? `${indent}<${name}>\n${inXml(content, depth + 1)}${indent}</${name}>\n`
      : `${indent}<${name}>${toMarkup(String(content))}</${name}>\n`;
  return Object.entries(elements)
    .map(([name, content]) =>
      isMany(content) ? content.map((one) => element(name, one)).join('') : element(name, content),
    )
    .join('');
}

const isMany = (content: Elements[string]): content is readonly (string | Elements)[] => Array.isArray(content);

import { isElement, type Element } from './element.ts';

const limit = 64 * 1024;
const escape = (text: string) =>
  text.replace(/[&<>"]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&quot;'));

/** XML of an element as it was read, at most 64 KiB of it: what an archivist needs to see why it was refused. */
export function rawXml(element: Element): string {
  let out = '';
  const write = (node: Element | string): void => {
    if (out.length > limit) return;
    if (!isElement(node)) {
      out += escape(node.slice(0, limit));
      return;
    }
    const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escape(value)}"`);
    out += `<${node.name}${attributes.join('')}>`;
    for (const child of node.children) write(child);
    out += `</${node.name}>`;
  };
  write(element);
  return out.slice(0, limit).toWellFormed();
}

import type { XmlElement } from './element.ts';

const most = 64 * 1024;

/** An element as XML again, cut at 64 KiB: what a quarantined unit is kept as. */
export function serialise(element: XmlElement): string {
  const pieces: string[] = [];
  let length = 0;
  const write = (piece: string) => {
    if (length >= most) return;
    pieces.push(piece);
    length += piece.length;
  };
  writeElement(element, write, () => length >= most);
  return cut(pieces.join(''));
}

function writeElement(element: XmlElement, write: (piece: string) => void, full: () => boolean): void {
  const attributes = Object.entries(element.attributes).map(
    ([name, value]) => ` ${name}="${escape(value).replaceAll('"', '&quot;')}"`,
  );
  write(`<${element.name}${attributes.join('')}>`);
  for (const part of element.content) {
    if (full()) return;
    if (typeof part === 'string') write(escape(part.slice(0, most)));
    else writeElement(part, write, full);
  }
  write(`</${element.name}>`);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** 64 KiB of UTF-8 at most, never within a character. */
function cut(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= most) return text;
  return bytes
    .subarray(0, most)
    .toString('utf8')
    .replace(/\ufffd+$/, '');
}

import { htmlTree, wordsOf, type HtmlElement, type HtmlNode } from '#lib/records/html-tree.ts';
import { toMarkup } from '#lib/records/markup-text.ts';
import { webAddressOf } from '#lib/records/web-address.ts';
import { xmlElement, xmlText } from '#lib/records/xml-element.ts';

/**
 * Our safe HTML in apeEAD's mark-up, which is small: paragraphs with bold, italics, line breaks and links, lists, tables of plain cells.
 * Everything else keeps its words.
 */
export function apeBlocks(html: string): string {
  return htmlTree(html).map(block).join('');
}

/** The same as paragraphs only. */
export function apeParagraphs(html: string): string {
  return htmlTree(html)
    .flatMap((node) => paragraphsOf(node))
    .join('');
}

/** A title: emphasis is all it may have. */
export function apePhrase(html: string): string {
  return htmlTree(html).map(rendered).join('');
}

function block(node: HtmlNode): string {
  if (typeof node === 'object') {
    if (node.name === 'ul' || node.name === 'ol') return list(node);
    if (node.name === 'dl') return definitions(node);
    if (node.name === 'table') return table(node);
    if (node.name === 'blockquote') return node.content.map(block).join('');
  }
  return paragraphsOf(node).join('');
}

function paragraphsOf(node: HtmlNode): string[] {
  if (typeof node === 'string') return node.trim() === '' ? [] : [xmlText('p', node)];
  if (node.name === 'p') return [xmlElement('p', {}, ...node.content.map(inLine))];
  const words = wordsOf([node]).trim();
  return words === '' ? [] : [xmlText('p', words)];
}

function list({ name, content }: HtmlElement): string {
  const items = content.filter((part): part is HtmlElement => typeof part === 'object' && part.name === 'li');
  if (items.length === 0) return '';
  const kind = name === 'ol' ? { type: 'ordered', numeration: 'arabic' } : { type: 'marked' };
  return xmlElement('list', kind, ...items.map((item) => xmlElement('item', {}, inItem(item))));
}

/** Paragraphs of an item follow each other with line breaks; lists within it stay lists. */
function inItem({ content }: HtmlElement): string {
  return content
    .map((part, at) => {
      if (typeof part === 'string') return toMarkup(part);
      if (part.name === 'ul' || part.name === 'ol') return list(part);
      if (part.name === 'p') return (at === 0 ? '' : '<lb/>') + part.content.map(inLine).join('');
      return inLine(part);
    })
    .join('');
}

/** apeEAD has no list of definitions: each is an item, term and explanation with a colon between them. */
function definitions({ content }: HtmlElement): string {
  const items: string[] = [];
  for (const part of content) {
    if (typeof part === 'string') continue;
    const words = wordsOf(part.content).trim();
    if (part.name === 'dt' || items.length === 0) items.push(words);
    else items.push(`${items.pop()}: ${words}`);
  }
  const said = items.filter((item) => item !== '');
  return said.length === 0 ? '' : xmlElement('list', { type: 'marked' }, ...said.map((item) => xmlText('item', item)));
}

function table({ content }: HtmlElement): string {
  const groups = content.filter((part): part is HtmlElement => typeof part === 'object');
  const rowsOf = (name: string) =>
    groups
      .filter((group) => group.name === name)
      .flatMap(({ content: rows }) => rows)
      .flatMap((row) => (typeof row === 'object' && row.content.length > 0 ? [row] : []));
  const [head, body] = [rowsOf('thead'), rowsOf('tbody')];
  if (head.length + body.length === 0) return '';
  const columns = [...head, ...body].reduce((most, row) => Math.max(most, row.content.length), 0);
  const write = (rows: readonly HtmlElement[]) =>
    rows.map((row) =>
      xmlElement('row', {}, ...row.content.map((cell) => xmlText('entry', wordsOf([cell]).trim()) || '<entry/>')),
    );
  // A table must have a body.
  const [above, below] = body.length > 0 ? [head, body] : [[], head];
  return xmlElement(
    'table',
    {},
    xmlElement(
      'tgroup',
      { cols: String(columns) },
      above.length > 0 ? xmlElement('thead', {}, ...write(above)) : '',
      xmlElement('tbody', {}, ...write(below)),
    ),
  );
}

function inLine(node: HtmlNode): string {
  if (typeof node !== 'object' || node.name !== 'a') return rendered(node);
  const words = toMarkup(wordsOf(node.content));
  const address = webAddressOf(node.attributes['href'] ?? '');
  return address === null ? words : xmlElement('extref', { 'xlink:href': address }, words);
}

function rendered(node: HtmlNode): string {
  if (typeof node === 'string') return toMarkup(node);
  if (node.name === 'br') return '<lb/>';
  if (node.name === 'q') return `«${node.content.map(rendered).join('')}»`;
  const render = node.name === 'em' ? 'italic' : node.name === 'strong' || node.name === 'b' ? 'bold' : null;
  // Emphasis holds words only.
  if (render !== null) return xmlElement('emph', { render }, toMarkup(wordsOf(node.content)));
  return node.content.map(rendered).join('');
}

import { htmlTree, type HtmlElement, type HtmlNode } from './html-tree.ts';
import { toMarkup } from './markup-text.ts';
import { systemCode } from './system-code.ts';
import { xmlElement } from './xml-element.ts';

/**
 * Our safe HTML in EAD3's own mark-up: the inverse of what ingest makes of EAD3's prose. Where EAD3 has no place for an element (a paragraph
 * or a table within an item, a list of definitions with lone terms) it is an `emph` with `altrender="html:NAME"`, which may stand anywhere
 * among words: readers of other systems keep the words, ingest gets the element back.
 */
export function ead3Blocks(html: string): string {
  return blocks(htmlTree(html));
}

/** Words and phrases only, as a title has them. */
export function ead3Phrase(html: string): string {
  return phrase(htmlTree(html));
}

/** The words of a note that is one plain paragraph, as mark-up; null when there is more to it. */
export function ead3SoleParagraph(html: string): string | null {
  const [only, ...others] = htmlTree(html);
  if (typeof only !== 'object' || only.name !== 'p' || others.length > 0) return null;
  return phrase(only.content);
}

/** What may stand in `m.blocks` of EAD3: p, list, chronlist, table, blockquote. */
function blocks(nodes: readonly HtmlNode[]): string {
  let written = '';
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    const next = nodes[at + 1];
    const heading = headingOf(node);
    const headed = heading && typeof next === 'object' ? native(next, xmlElement('head', {}, phrase(heading))) : null;
    if (headed) {
      written += headed;
      at++;
    } else if (node !== undefined) written += block(node);
  }
  return written;
}

function block(node: HtmlNode): string {
  if (typeof node === 'string') return node.trim() === '' ? '' : xmlElement('p', {}, toMarkup(node));
  // An empty paragraph would leave nothing when it is read.
  if (node.name === 'p' && node.content.length > 0) return xmlElement('p', {}, phrase(node.content));
  return native(node, '') ?? xmlElement('p', {}, inner(node));
}

/** `<p><b>…</b></p>`, the head that ingest writes over a list or table. */
function headingOf(node: HtmlNode | undefined): readonly HtmlNode[] | null {
  if (typeof node !== 'object' || node.name !== 'p' || node.content.length !== 1) return null;
  const [only] = node.content;
  return typeof only === 'object' && only.name === 'b' && only.content.length > 0 ? only.content : null;
}

/** EAD3's element of the same make; null when there is none for it. */
function native(element: HtmlElement, head: string): string | null {
  switch (element.name) {
    case 'ul':
    case 'ol':
      return list(element, head);
    case 'dl':
      return definitions(element, head);
    case 'table':
      return table(element, head);
    case 'blockquote':
      return head === '' ? quotation(element) : null;
    default:
      return null;
  }
}

function list({ name, content }: HtmlElement, head: string): string | null {
  const items = only(content, 'li');
  if (!items || items.length === 0) return null;
  const type = name === 'ol' ? 'ordered' : 'unordered';
  return xmlElement(
    'list',
    { listtype: type },
    head,
    ...items.map((item) => xmlElement('item', {}, inItem(item.content))),
  );
}

/** Terms each with one explanation are a list of definitions, terms with several a chronology. */
function definitions({ content }: HtmlElement, head: string): string | null {
  const groups: { term: HtmlElement; said: HtmlElement[] }[] = [];
  for (const part of content) {
    if (typeof part === 'string') return null;
    const last = groups.at(-1);
    if (part.name === 'dt') groups.push({ term: part, said: [] });
    else if (part.name === 'dd' && last) last.said.push(part);
    else return null;
  }
  if (groups.length === 0 || groups.some(({ said }) => said.length === 0)) return null;
  if (groups.every(({ said }) => said.length === 1))
    return xmlElement(
      'list',
      { listtype: 'deflist' },
      head,
      ...groups.map(({ term, said: [one] }) =>
        xmlElement(
          'defitem',
          {},
          xmlElement('label', {}, phrase(term.content)),
          xmlElement('item', {}, inItem(one?.content ?? [])),
        ),
      ),
    );
  const items = groups.map(({ term, said }) => {
    const events = said.map((event) => xmlElement('event', {}, inItem(event.content)));
    return xmlElement(
      'chronitem',
      {},
      xmlElement('datesingle', {}, phrase(term.content)),
      xmlElement('chronitemset', {}, ...events),
    );
  });
  return xmlElement('chronlist', {}, head, ...items);
}

function table({ content }: HtmlElement, head: string): string | null {
  const parts = content.filter((part) => typeof part === 'object');
  const names = parts.map(({ name }) => name).join(' ');
  if (parts.length !== content.length || (names !== 'tbody' && names !== 'thead tbody')) return null;
  const grid = parts.map((part) =>
    only(part.content, 'tr')?.map((row) => only(row.content, part.name === 'thead' ? 'th' : 'td')),
  );
  if (!grid.every((rows) => rows && rows.length > 0 && rows.every((cells) => cells && cells.length > 0))) return null;
  const columns = grid.flatMap((rows) => rows ?? []).reduce((most, cells) => Math.max(most, cells?.length ?? 0), 0);
  const groups = parts.map(({ name }, at) =>
    xmlElement(
      name,
      {},
      ...(grid[at] ?? []).map((cells) =>
        xmlElement('row', {}, ...(cells ?? []).map((cell) => xmlElement('entry', {}, inItem(cell.content)))),
      ),
    ),
  );
  return xmlElement('table', {}, head, xmlElement('tgroup', { cols: String(columns) }, ...groups));
}

function quotation({ content }: HtmlElement): string | null {
  const plain = content.every((part) => typeof part === 'object' && part.name !== 'blockquote');
  return content.length > 0 && plain ? xmlElement('blockquote', {}, blocks(content)) : null;
}

/** Content of an item, entry or event: words, and lists; ingest makes a paragraph of words that stand beside a list. */
function inItem(content: readonly HtmlNode[]): string {
  const isParagraph = (node: HtmlNode | undefined) => typeof node === 'object' && node.name === 'p';
  const isList = (node: HtmlNode) => typeof node === 'object' && /^[uod]l$/.test(node.name);
  const lists = content.some(
    (node) => typeof node === 'object' && isList(node) && native(node, '')?.startsWith('<list') === true,
  );
  const loose =
    lists &&
    content.every((node, at) => (isParagraph(node) ? !isParagraph(content[at + 1]) && hasWords(node) : isList(node)));
  return content
    .map((node) => {
      if (typeof node === 'string') return toMarkup(node);
      if (loose && node.name === 'p') return phrase(node.content);
      const own = isList(node) ? native(node, '') : null;
      return own?.startsWith('<list') ? own : inline(node);
    })
    .join('');
}

const hasWords = (node: HtmlNode): boolean =>
  typeof node === 'string' ? node.trim() !== '' : node.content.some(hasWords);

function phrase(content: readonly HtmlNode[]): string {
  return content.map((node) => (typeof node === 'string' ? toMarkup(node) : inline(node))).join('');
}

const renders: Readonly<Record<string, string>> = {
  em: 'italic',
  strong: 'bold',
  sup: 'super',
  sub: 'sub',
  q: 'doublequote',
};

/** An element among words. `foreign` holds words only, so that a language with mark-up in it is an `emph`. */
function inline(element: HtmlElement): string {
  const { name, attributes, content } = element;
  const render = renders[name];
  // An element that holds a code and nothing else is taken for a link between descriptions: an empty one beside it says that it is words.
  const words = isCode(content) ? `${phrase(content)}<abbr/>` : phrase(content);
  if (render !== undefined) return xmlElement('emph', { render }, words);
  if (name === 'br') return '<lb/>';
  if (name === 'a') return xmlElement('ref', { href: attributes['href'] }, words);
  if (name === 'span' && !isCode(content) && content.every((part) => typeof part === 'string'))
    return xmlElement('foreign', { lang: attributes['lang'] }, phrase(content));
  return inner(element);
}

const isCode = ([only, ...others]: readonly HtmlNode[]): boolean =>
  others.length === 0 && typeof only === 'string' && systemCode.test(only.trim());

function inner({ name, attributes, content }: HtmlElement): string {
  const marks = { render: 'altrender', altrender: `html:${name}`, lang: attributes['lang'] };
  return xmlElement('emph', marks, phrase(content));
}

/** The elements of one name that the content is made of; null when there is anything else. */
function only(content: readonly HtmlNode[], name: string): HtmlElement[] | null {
  const found = content.filter((part): part is HtmlElement => typeof part === 'object' && part.name === name);
  return found.length === content.length ? found : null;
}

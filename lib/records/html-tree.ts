/** An element of our own safe HTML with its content in document order. */
export interface HtmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  content: HtmlNode[];
}
export type HtmlNode = HtmlElement | string;

const token = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"]*")*)\s*\/?>/gi;
const attribute = /([a-z-]+)="([^"]*)"/gi;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Elements without an end tag. */
const empty = new Set(['br']);

/**
 * The safe HTML that ingest makes of prose, as a tree: for outputs that say the same in another mark-up. An end tag without its beginning is
 * passed over, an element that is never closed ends with what it stands in.
 */
export function htmlTree(html: string): HtmlNode[] {
  const root: HtmlElement = { name: '', attributes: {}, content: [] };
  const open = [root];
  const innermost = () => open[open.length - 1] ?? root;
  const words = (text: string) => {
    if (text !== '')
      innermost().content.push(text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? ''));
  };
  let at = 0;
  for (const found of html.matchAll(token)) {
    const [whole, end, given = '', attributes = ''] = found;
    words(html.slice(at, found.index));
    at = found.index + whole.length;
    const name = given.toLowerCase();
    if (end) {
      const begun = open.findLastIndex((element) => element.name === name);
      if (begun > 0) open.length = begun;
      continue;
    }
    const element = { name, attributes: attributesOf(attributes), content: [] };
    innermost().content.push(element);
    if (!empty.has(name)) open.push(element);
  }
  words(html.slice(at));
  return root.content;
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(attribute)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value.replace(/&(amp|lt|gt|quot);/g, (_, entity: string) => entities[entity] ?? ''),
    ]),
  );
}

/** The words of a tree, those of neighbouring blocks apart. */
export function wordsOf(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) =>
      typeof node === 'string' ? node : inLine.has(node.name) ? wordsOf(node.content) : ` ${wordsOf(node.content)} `,
    )
    .join('')
    .replace(/ +/g, ' ');
}

const inLine = new Set(['a', 'b', 'em', 'q', 'span', 'strong', 'sub', 'sup']);

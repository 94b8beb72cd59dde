import { attribute, isElement, textOf, type Element } from './element.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** EAD and EAC elements and the HTML element that says the same; others give their content only. */
const tags: Record<string, string> = {
  p: 'p',
  list: 'ul',
  item: 'li',
  blockquote: 'blockquote',
  quote: 'q',
  table: 'table',
  thead: 'thead',
  tbody: 'tbody',
  row: 'tr',
  entry: 'td',
  chronlist: 'ul',
  chronitem: 'li',
  chronItem: 'li',
  chronList: 'ul',
  title: 'em',
  head: 'strong',
  defitem: 'li',
  address: 'p',
  bibref: 'p',
  archref: 'p',
};

const renders: Record<string, string> = {
  bold: 'strong',
  italic: 'em',
  super: 'sup',
  sub: 'sub',
  quoted: 'q',
  doublequote: 'q',
  singlequote: 'q',
  underline: 'em',
  bolditalic: 'strong',
};

const safeLink = /^(https?:|mailto:)/i;

/** Safe HTML of mixed content: a few elements without attributes, links to the web only, every text escaped. */
export function safeHtml(element: Element): string {
  return content(element, true).replace(/\s+/g, ' ').trim();
}

function content(element: Element, block: boolean): string {
  return element.children
    .filter((node) => !isElement(node) || node.name !== 'head' || !block)
    .map((node) => (isElement(node) ? one(node) : escapeHtml(node)))
    .join('');
}

function one(element: Element): string {
  if (element.attributes['audience'] === 'internal') return '';
  const inner = content(element, false);
  switch (element.name) {
    case 'lb':
      return '<br>';
    case 'emph': {
      const tag = renders[element.attributes['render'] ?? ''] ?? 'em';
      return `<${tag}>${inner}</${tag}>`;
    }
    case 'ref':
    case 'extref':
    case 'ptr':
    case 'extptr':
    case 'archref':
    case 'bibref': {
      const href = attribute(element, 'href', 'xlink:href');
      const words = inner.trim() || escapeHtml(attribute(element, 'title', 'xlink:title', 'linktitle') ?? href ?? '');
      if (href && safeLink.test(href)) return `<a href="${escapeHtml(href)}" rel="noopener">${words}</a>`;
      return tags[element.name] ? `<${tags[element.name]}>${words}</${tags[element.name]}>` : words;
    }
    case 'addressline':
    case 'addressLine':
      return `${inner}<br>`;
    case 'date':
    case 'datesingle':
    case 'fromdate':
    case 'todate':
      return `${inner} `;
    case 'part':
      return `${inner} `;
  }
  const tag = tags[element.name];
  if (tag === 'ul' && element.attributes['type'] === 'ordered') return `<ol>${inner}</ol>`;
  if (tag === undefined) return inner;
  return inner.trim() || tag === 'td' ? `<${tag}>${inner}</${tag}>` : '';
}

/** Whether there is anything to read. */
export function isBlank(element: Element): boolean {
  return textOf(element) === '' && !/(href|title)/.test(JSON.stringify(element.attributes));
}

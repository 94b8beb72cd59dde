import { wordTable } from '#ingest/word-table.ts';
import type { XmlElement } from './element.ts';

/** Elements of prose that are blocks of text, in EAD and EAC. */
const blocks = new Set([
  'p',
  'list',
  'deflist',
  'chronlist',
  'chronList',
  'table',
  'blockquote',
  'address',
  'head',
  'descriptivenote',
  'descriptiveNote',
  'outline',
  'level',
  'index',
  'indexentry',
  'bibliography',
  'controlaccess',
  'legalstatus',
  'listhead',
  'citation',
]);

/** Elements of our mark-up that an `emph` may stand for where EAD3 has no place for one of its own; `true` for blocks. */
const ours = wordTable<boolean>({
  p: true,
  ul: true,
  ol: true,
  li: true,
  dl: true,
  dt: true,
  dd: true,
  blockquote: true,
  table: true,
  thead: true,
  tbody: true,
  tr: true,
  th: true,
  td: true,
  b: false,
  span: false,
});

/** `<emph altrender="html:td">`, as our EAD3 writes it: which element of our mark-up it stands for. */
export function standsFor(element: XmlElement): { tag: string; block: boolean } | null {
  if (element.name !== 'emph') return null;
  const tag = /^html:([a-z]+)$/.exec(element.attributes['altrender'] ?? '')?.[1];
  const block = tag === undefined ? undefined : ours[tag];
  return tag === undefined || block === undefined ? null : { tag, block };
}

/** Whether an element stands on its own between paragraphs. */
export function isBlock(element: XmlElement): boolean {
  if (blocks.has(element.name) || standsFor(element)?.block) return true;
  // References that stand one under the other in a bibliography or a list of related material.
  return element.name === 'archref' || element.name === 'bibref' || element.name === 'note'
    ? element.content.some((part) => typeof part !== 'string')
    : false;
}

/** Our mark-up for a way of emphasis. */
export function emphasis(render: string | null): string[] {
  switch (render?.replace('-', '').toLowerCase()) {
    case 'super':
      return ['sup'];
    case 'sub':
      return ['sub'];
    case 'bold':
    case 'boldunderline':
    case 'boldsmcaps':
      return ['strong'];
    case 'bolditalic':
      return ['strong', 'em'];
    case 'doublequote':
    case 'singlequote':
    case 'quoted':
      return ['q'];
    case 'nonproport':
    case 'smcaps':
    case 'altrender':
      return [];
    default:
      return ['em'];
  }
}

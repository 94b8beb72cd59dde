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

/** Whether an element stands on its own between paragraphs. */
export function isBlock(element: XmlElement): boolean {
  if (blocks.has(element.name)) return true;
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

import type { Note } from './description.ts';

const entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#39', "'"],
  ['nbsp', '\u00A0'],
  ['amp', '&'],
]);

/** Where a block of text ends. */
const blockEnd = /<\/(?:p|li|dt|dd|tr|h[1-6]|blockquote|ul|ol|dl|table)>|<br\s*\/?>/i;

/** A note as plain paragraphs, for formats that know no mark-up: those of its safe HTML, else its text. */
export function paragraphsOf(note: Pick<Note, 'html' | 'text'>): string[] {
  const found = note.html
    .split(blockEnd)
    .map((block) => plain(block))
    .filter((text) => text !== '');
  return found.length > 0 ? found : [note.text].filter((text) => text.trim() !== '');
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&([a-z]+|#39);/gi, (whole, name: string) => entities.get(name.toLowerCase()) ?? whole)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();

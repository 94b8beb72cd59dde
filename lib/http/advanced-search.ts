import { z } from 'zod';
import { parseSearchParameters, searchHref, type SearchParameters } from './search-parameters.ts';

/** How the words of a row are meant, and how a row is tied to those above it. */
export const rowModes = ['all', 'phrase', 'any', 'begins'] as const;
export type RowMode = (typeof rowModes)[number];
export const rowTies = ['and', 'or', 'not'] as const;
export type RowTie = (typeof rowTies)[number];

export interface QueryRow {
  tie: RowTie;
  mode: RowMode;
  words: string;
}

/** Rows that the form shows. */
export const rowCount = 4;

/** A piece of a query; alternatives side by side need brackets before anything is tied to them. */
interface Piece {
  text: string;
  alternatives: boolean;
  words: number;
}

/**
 * Rows as one query of the language that the search field takes, read from the top: each is tied to all that stands above it.
 * Signs that mean something in that language are taken out of the words: here the choices beside them say it.
 * @param written a query that stands above the first row
 */
export function composeQuery(rows: readonly QueryRow[], written = ''): string {
  let above: Piece = { text: written.trim(), alternatives: /\sOR\s/.test(written), words: 1 };
  for (const { tie, mode, words } of rows) {
    const row = composeRow(mode, words);
    if (row.text === '') continue;
    if (above.text === '') above = tie === 'not' ? { ...row, text: `NOT ${whole(row)}`, alternatives: false } : row;
    else if (tie === 'or') above = { text: `${above.text} OR ${row.text}`, alternatives: true, words: 2 };
    else {
      const right = tie === 'not' ? `NOT ${whole(row)}` : bracketed(row);
      above = { text: `${bracketed(above)} ${right}`, alternatives: false, words: 2 };
    }
  }
  return above.text;
}

const bracketed = ({ text, alternatives }: Piece): string => (alternatives ? `(${text})` : text);
const whole = ({ text, words }: Piece): string => (words > 1 ? `(${text})` : text);

function composeRow(mode: RowMode, typed: string): Piece {
  const words = typed
    .replace(/["“”«»()*]+/g, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^-+/, ''))
    .map((word) => (/^(AND|OR|NOT)$/.test(word) ? word.toLowerCase() : word))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (mode === 'phrase' && words.length > 0) return { text: `"${words.join(' ')}"`, alternatives: false, words: 1 };
  const written = mode === 'begins' ? words.map((word) => `${word}*`) : words;
  const alternatives = mode === 'any' && words.length > 1;
  return { text: written.join(alternatives ? ' OR ' : ' '), alternatives, words: words.length };
}

const rowSchema = z.object({
  tie: z.enum(rowTies).catch('and'),
  mode: z.enum(rowModes).catch('all'),
  words: z.string().catch(''),
});

/** The rows in the form's address: `words1`, `mode1`, `tie1` and so on. */
export function readRows(address: URLSearchParams): QueryRow[] {
  return Array.from({ length: rowCount }, (_, index) => {
    const field = (name: string) => address.get(`${name}${index + 1}`) ?? undefined;
    return rowSchema.parse({ tie: field('tie'), mode: field('mode'), words: field('words') });
  });
}

/**
 * Where the form leads: the search that it describes. What cannot be searched is told there.
 * @param address `q` and filters as on the search page, and the rows
 */
export function advancedHref(address: URLSearchParams): string {
  const q = composeQuery(readRows(address), address.get('q') ?? '');
  const wanted = new URLSearchParams(address);
  wanted.delete('q');
  if (q !== '') wanted.set('q', q);
  const { parameters } = parseSearchParameters(wanted);
  if (parameters) return searchHref(parameters);
  for (const name of wanted.keys()) if (/^(words|mode|tie)\d$/.test(name)) wanted.delete(name);
  return `/search?${wanted.toString()}`;
}

/** The form with what a search already has in it. */
export function advancedFormHref(parameters: SearchParameters): string {
  return searchHref(parameters).replace(/^\/search/, '/search/advanced');
}

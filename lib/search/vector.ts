import type { SearchDocument } from '#lib/projections/search-document.ts';
import { wordsOf } from './fold.ts';
import { quoteLexeme, quoteMark, titleLexeme } from './lexemes.ts';

export interface DocumentWords {
  title: string[];
  names: string[];
  terms: string[];
  body: string[];
  /** Of its pages, each once. */
  pages: string[];
}

export function documentWords(document: SearchDocument): DocumentWords {
  return {
    title: wordsOf(document.title),
    names: wordsOf(document.names),
    terms: wordsOf(document.terms),
    body: wordsOf(document.body),
    pages: document.pages,
  };
}

/** Most places kept of one stem; phrases and rank need no more, and PostgreSQL itself ends at 255. */
const placesLimit = 60;
/** PostgreSQL's last place in a text. */
const lastPlace = 16383;
const fieldGap = 5;

/**
 * The text form of a record's tsvector: stems with places and weights (A title, B names, C access points, D notes; words of pages once, at the last place), `t:` stems of the
 * title and the document's marks. Built here and not by to_tsvector because stems repeat: kept in memory they cost a look-up.
 * @param stemOf stem of a folded word, null for a stop word (which still takes its place, for phrases).
 */
export function vectorText(
  words: DocumentWords,
  lexemes: readonly string[],
  stemOf: (word: string) => string | null,
): string {
  const places = new Map<string, string>();
  const counts = new Map<string, number>();
  let place = 0;
  const put = (field: readonly string[], weight: string) => {
    for (const word of field) {
      place++;
      const stem = stemOf(word);
      if (stem === null) continue;
      const at = `${Math.min(place, lastPlace)}${weight}`;
      const known = places.get(stem);
      if (known === undefined) places.set(stem, at);
      else {
        const count = counts.get(stem) ?? 1;
        if (count === placesLimit) continue;
        places.set(stem, `${known},${at}`);
        counts.set(stem, count + 1);
      }
    }
    // a phrase never runs from one field into the next
    place += fieldGap;
  };
  put(words.title, 'A');
  const titleStems = [...places.keys()];
  put(words.names, 'B');
  put(words.terms, 'C');
  put(words.body, '');
  for (const word of words.pages) {
    const stem = stemOf(word);
    if (stem !== null && !places.has(stem)) places.set(stem, String(lastPlace));
  }
  let text = '';
  for (const [stem, at] of places) text += `${quoteLexeme(stem)}:${at} `;
  for (const stem of titleStems) text += `${quoteMark(titleLexeme(stem))} `;
  for (const lexeme of lexemes) text += `${quoteMark(lexeme)} `;
  return text;
}

import { fold } from './fold.ts';

/** What a query looks for in a text. */
export interface Marked {
  stems: ReadonlySet<string>;
  prefixes: readonly string[];
}

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;
const longestText = 20_000;
const excerptLength = 240;

/** The folded words of a text as far as it is searched for marks: their stems must be known before `highlight`. */
export function markableWords(text: string): string[] {
  return (text.slice(0, longestText).match(wordPattern) ?? [])
    .flatMap((word) => fold(word).split(/[^\p{L}\p{N}]+/u))
    .filter(Boolean);
}

/**
 * An excerpt of plain text as HTML, the words found in `<mark>`, everything else escaped; null when none is found.
 * Words are compared as the index compares them, so a mark never disagrees with the hit (ts_headline cuts words otherwise).
 */
export function highlight(
  text: string,
  marked: Marked,
  stemOf: (word: string) => string | null,
  whole = false,
): string | null {
  const searched = text.slice(0, longestText);
  const found: { from: number; to: number }[] = [];
  for (const match of searched.matchAll(wordPattern)) {
    const word = fold(match[0]);
    const stem = stemOf(word);
    if ((stem !== null && marked.stems.has(stem)) || marked.prefixes.some((prefix) => word.startsWith(prefix))) {
      found.push({ from: match.index, to: match.index + match[0].length });
    }
  }
  const first = found[0];
  if (!first) return null;
  let from = 0;
  let to = searched.length;
  if (!whole && searched.length > excerptLength) {
    from = wordBoundary(searched, Math.max(0, first.from - 60));
    to = from + excerptLength >= searched.length ? searched.length : wordBoundary(searched, from + excerptLength);
  }
  let html = from > 0 ? '… ' : '';
  let at = from;
  for (const mark of found) {
    if (mark.from < at || mark.to > to) continue;
    html += `${escapeHtml(searched.slice(at, mark.from))}<mark>${escapeHtml(searched.slice(mark.from, mark.to))}</mark>`;
    at = mark.to;
  }
  return html + escapeHtml(searched.slice(at, to)) + (to < text.length ? ' …' : '');
}

/** The start of the word that begins nearest after a place, unless the text has no space nearby. */
function wordBoundary(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + 40).search(/\s/);
  return space < 0 ? at : at + space + 1;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

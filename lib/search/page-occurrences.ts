import type { PageBox, PageLine } from '#lib/records/page-text.ts';
import { wordsOf } from './fold.ts';
import type { PageQuery } from './page-query.ts';

/** Words found on a page, and where. */
export interface PageOccurrence {
  /** One a line that the words stand on. */
  boxes: PageBox[];
  before: string;
  exact: string;
  after: string;
}

type StemOf = (word: string) => string | null;

/** A written word of a page with the folded ones it gives. */
interface Token {
  line: number;
  text: string;
  box: PageBox;
  folded: string[];
}

/** Letters around what is found. */
const contextLength = 80;

/** Where on a page the words of a query stand, in reading order; `stemOf` must know its words (`pageWords`). */
export function occurrencesOn(lines: readonly PageLine[], query: PageQuery, stemOf: StemOf): PageOccurrence[] {
  const tokens = lines.flatMap((line, at) =>
    line.words.map((word): Token => ({ line: at, text: word.text, box: word, folded: wordsOf(word.text) })),
  );
  const flat = tokens.flatMap((token, at) => token.folded.map((word) => ({ at, word, stem: stemOf(word) })));
  const found = new Map<number, number>();
  const mark = (from: number, to: number) => found.set(from, Math.max(to, found.get(from) ?? from));
  for (const [index, { at, word, stem }] of flat.entries()) {
    if ((stem !== null && query.stems.has(stem)) || query.prefixes.some((prefix) => word.startsWith(prefix)))
      mark(at, at);
    for (const phrase of query.phrases) {
      const last = flat[index + phrase.length - 1];
      if (last && phrase.every((wanted, step) => wanted === null || flat[index + step]?.stem === wanted))
        mark(at, last.at);
    }
  }
  let end = -1;
  const occurrences: PageOccurrence[] = [];
  for (const [from, to] of [...found].sort(([a], [b]) => a - b)) {
    if (from <= end) continue;
    end = to;
    occurrences.push(occurrenceOf(tokens, from, to));
  }
  return occurrences;
}

/** All folded words of a page. */
export const pageWords = (lines: readonly PageLine[]): string[] =>
  lines.flatMap((line) => line.words.flatMap((word) => wordsOf(word.text)));

function occurrenceOf(tokens: readonly Token[], from: number, to: number): PageOccurrence {
  const words = tokens.slice(from, to + 1);
  const byLine = new Map<number, PageBox>();
  for (const { line, box } of words) {
    const known = byLine.get(line);
    byLine.set(line, known ? around(known, box) : { x: box.x, y: box.y, width: box.width, height: box.height });
  }
  return {
    boxes: [...byLine.values()],
    before: context(tokens.slice(Math.max(0, from - 30), from).reverse())
      .reverse()
      .join(' '),
    exact: words.map(({ text }) => text).join(' '),
    after: context(tokens.slice(to + 1, to + 31)).join(' '),
  };
}

/** Whole words up to a length. */
function context(tokens: readonly Token[]): string[] {
  const words: string[] = [];
  let length = 0;
  for (const { text } of tokens) {
    length += text.length + 1;
    if (length > contextLength) break;
    words.push(text);
  }
  return words;
}

function around(a: PageBox, b: PageBox): PageBox {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

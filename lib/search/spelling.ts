import { fold } from './fold.ts';

/** Hits up to which a search is thought misspelt. */
export const fewHits = 3;
/** A word that is found must be this many times rarer than its neighbour to be taken for a slip. */
export const farMore = 10;
const mostWords = 4;

const letters = 'abcdefghijklmnopqrstuvwxyz';
const shortest = 4;
/** A longer word has a thousand neighbours and more. */
const longest = 24;

/** Folded words one slip away: two letters exchanged, one too many, another in its place, one too few. */
export function neighboursOf(word: string): string[] {
  const near = new Set<string>();
  for (let i = 0; i < word.length - 1; i++) near.add(word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2));
  for (let i = 0; i < word.length; i++) near.add(word.slice(0, i) + word.slice(i + 1));
  for (let i = 0; i < word.length; i++)
    for (const letter of letters) near.add(word.slice(0, i) + letter + word.slice(i + 1));
  for (let i = 0; i <= word.length; i++)
    for (const letter of letters) near.add(word.slice(0, i) + letter + word.slice(i));
  near.delete(word);
  return [...near];
}

/** Words of a query as they stand in it; not operators, nor the beginnings before an asterisk. */
const written = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}*])/gu;
const operators = new Set(['AND', 'OR', 'NOT']);

const isWord = (text: string): boolean =>
  !operators.has(text) && /^[a-z]+$/.test(fold(text)) && text.length >= shortest && text.length <= longest;

/** Words that may be misspelt, folded, each once: no more than can be looked for while a reader waits. */
export function wordsToMend(q: string): string[] {
  return [...new Set((q.match(written) ?? []).filter(isWord).map(fold))].slice(0, mostWords);
}

/** The query as typed, with these words (folded) replaced; what was written with a capital is. */
export function mendQuery(q: string, mended: ReadonlyMap<string, string>): string {
  return q.replace(written, (word) => {
    const better = isWord(word) ? mended.get(fold(word)) : undefined;
    if (better === undefined) return word;
    return /^\p{Lu}/u.test(word) ? better.charAt(0).toUpperCase() + better.slice(1) : better;
  });
}

/** A word as titles write it, accents included, the most frequent spelling first. */
export function spellingsIn(titles: readonly string[], isMeant: (folded: string) => boolean): string[] {
  const frequency = new Map<string, number>();
  for (const word of titles.flatMap(titleWords))
    if (isMeant(fold(word))) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return [...frequency].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

/** In small letters. */
export const titleWords = (title: string): string[] =>
  title
    .slice(0, 1000)
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

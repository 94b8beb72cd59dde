import { fold } from './fold.ts';

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

/** Words that may be misspelt, folded, each once. */
export function wordsToMend(q: string): string[] {
  return [...new Set((q.match(written) ?? []).filter(isWord).map(fold))];
}

/** The query as typed, with these words (folded) replaced; what was written with a capital is. */
export function mendQuery(q: string, mended: ReadonlyMap<string, string>): string {
  return q.replace(written, (word) => {
    const better = isWord(word) ? mended.get(fold(word)) : undefined;
    if (better === undefined) return word;
    return /^\p{Lu}/u.test(word) ? better.charAt(0).toUpperCase() + better.slice(1) : better;
  });
}

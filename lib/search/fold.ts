/** Letters without accents, lower case: the form in which words, codes and labels meet. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // eslint-disable-next-line no-control-regex -- plain ASCII is nine texts in ten, and has nothing to fold
  return /^[\x00-\x7f]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}+/gu, '');
}

/** Longer runs of letters are no words (a lexeme of PostgreSQL ends at 2,046 bytes, an Elasticsearch term at 32,766). */
export const wordLength = 100;

/**
 * The words of a text, folded, in order. Everything that is not a letter or a digit separates, so that «L'archivio», «estimo/catasto»
 * and «a.b» give their parts: PostgreSQL's own parser would take the last two for a path and a host name.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const word of fold(text).split(/[^\p{L}\p{N}]+/u)) {
    if (word !== '') words.push(word.length > wordLength ? word.slice(0, wordLength).toWellFormed() : word);
  }
  return words;
}

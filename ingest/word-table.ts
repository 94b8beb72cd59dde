/**
 * A table looked up by words of a source: only what was put in is in it. A plain object would answer to `constructor` and `toString`, which
 * anyone may name an element or a level.
 */
export function wordTable<T>(words: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const table: Record<string, T> = Object.create(null);
  return Object.assign(table, words);
}

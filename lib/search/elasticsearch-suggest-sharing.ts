/** A key that begins as was typed, and a record that bears it. */
export interface Beginning {
  key: string;
  id: string;
}

/** Keys that several records bear, and those of which it is not known. */
export interface Sharing {
  shared: ReadonlySet<string>;
  unknown: readonly string[];
}

/**
 * @param found the keys in question
 * @param documents the first documents of what begins alike, in the order of their keys
 * @param most how many documents were asked for: a list of as many goes on, and what it ends with or does not reach is unknown
 */
export function sharingOf(found: readonly Beginning[], documents: readonly Beginning[], most: number): Sharing {
  const keys = found.map(({ key }) => key);
  const last = documents.length < most ? null : documents.at(-1)?.key;
  const bearers = new Map(keys.map((key) => [key, bearersOf(key, documents).size]));
  const known = (key: string) => last === null || (key !== last && bearers.get(key) !== 0);
  const isShared = (key: string) => (bearers.get(key) ?? 0) > 1;
  return { shared: new Set(keys.filter(isShared)), unknown: keys.filter((key) => !isShared(key) && !known(key)) };
}

export const bearersOf = (key: string, documents: readonly Beginning[]): Set<string> =>
  new Set(documents.filter((each) => each.key === key).map(({ id }) => id));

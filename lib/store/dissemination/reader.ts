import type pg from 'pg';

/** What reads for harvests: a pool, or one connection in its transaction. One question at a time: a connection takes no two. */
export type Reader = Pick<pg.ClientBase, 'query'>;

/** Two questions, at once where each may have a connection of its own. */
export async function both<A, B>(reader: Reader, one: () => Promise<A>, other: () => Promise<B>): Promise<[A, B]> {
  const isPool = 'totalCount' in reader;
  return isPool ? Promise.all([one(), other()]) : [await one(), await other()];
}

/** What a format shows of an item beside its own description; what it does not show is not read for it. */
export interface Needs {
  digitalObjects: boolean;
  related: boolean;
  /** What the source ties it to by identifiers of its own: for whole finding aids. */
  ties?: boolean;
}

export const everything: Needs = { digitalObjects: true, related: true };

import type pg from 'pg';

/** What reads for harvests: a pool, or one connection in its transaction. One question at a time: a connection takes no two. */
export type Reader = Pick<pg.ClientBase, 'query'>;

/** What a format shows of an item beside its own description; what it does not show is not read for it. */
export interface Needs {
  digitalObjects: boolean;
  related: boolean;
}

export const everything: Needs = { digitalObjects: true, related: true };

import type pg from 'pg';
import { askLink, type LinkAsked } from './ask-link.ts';
import { findLink, useLink, type LinkUsed, type OpenLink } from './use-link.ts';

/** People known by an e-mail address alone. One per process. @param ids gives ids of new agents */
export const createEmailAccountStore = (pool: pg.Pool, ids: (count: number) => Promise<string[]>) => ({
  ask: (asked: LinkAsked, now: Date): Promise<boolean> => askLink(pool, asked, now),
  find: (codeHash: Buffer, now: Date): Promise<OpenLink | null> => findLink(pool, codeHash, now),
  use: async (link: { codeHash: Buffer; name: string }, now: Date): Promise<LinkUsed> => {
    const [id = ''] = await ids(1);
    return useLink(pool, { ...link, id }, now);
  },
});
export type EmailAccountStore = ReturnType<typeof createEmailAccountStore>;

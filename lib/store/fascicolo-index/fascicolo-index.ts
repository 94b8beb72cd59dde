import type pg from 'pg';
import type { ReadableDocuments } from '#lib/access/documents.ts';
import type { Reach } from '#lib/access/reach.ts';
import { readWithin } from '#lib/store/citizens/as-citizen.ts';
import { countIndex } from './count-index.ts';
import { findDocument, type FoundDocument } from './find-document.ts';
import type { IndexCounts, IndexFilter, IndexPage, IndexQuery } from './index-query.ts';
import { listIndex } from './list-index.ts';

export type * from './index-query.ts';
export type { FoundDocument } from './find-document.ts';

/**
 * The documents of a fascicolo of any kind. Whether somebody sees the fascicolo at all is decided before it is asked; with the reach of a citizen
 * the database decides once more.
 */
export interface FascicoloIndex {
  list(id: string, query: IndexQuery, reach?: Reach): Promise<IndexPage>;
  count(id: string, query: IndexFilter & { readable: ReadableDocuments }, reach?: Reach): Promise<IndexCounts>;
  find(id: string, record: string, reach?: Reach): Promise<FoundDocument | null>;
}

export const createFascicoloIndex = ({ pool, dataDir }: { pool: pg.Pool; dataDir: string }): FascicoloIndex => ({
  list: (id, query, reach) => readWithin(pool, reach, (reader) => listIndex(reader, id, query)),
  count: (id, query, reach) => readWithin(pool, reach, (reader) => countIndex(reader, id, query)),
  find: (id, record, reach) => readWithin(pool, reach, (reader) => findDocument(reader, dataDir, id, record)),
});

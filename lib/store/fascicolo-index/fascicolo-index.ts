import type pg from 'pg';
import type { ReadableDocuments } from '#lib/access/documents.ts';
import { countIndex } from './count-index.ts';
import { findDocument, type FoundDocument } from './find-document.ts';
import type { IndexCounts, IndexFilter, IndexPage, IndexQuery } from './index-query.ts';
import { listIndex } from './list-index.ts';

export type * from './index-query.ts';
export type { FoundDocument } from './find-document.ts';

/** The documents of a fascicolo of any kind. Whether somebody sees the fascicolo at all is decided before it is asked. */
export interface FascicoloIndex {
  list(id: string, query: IndexQuery): Promise<IndexPage>;
  count(id: string, query: IndexFilter & { readable: ReadableDocuments }): Promise<IndexCounts>;
  find(id: string, record: string): Promise<FoundDocument | null>;
}

export const createFascicoloIndex = ({ pool, dataDir }: { pool: pg.Pool; dataDir: string }): FascicoloIndex => ({
  list: (id, query) => listIndex(pool, id, query),
  count: (id, query) => countIndex(pool, id, query),
  find: (id, record) => findDocument(pool, dataDir, id, record),
});

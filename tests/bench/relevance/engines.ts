import type pg from 'pg';
import { createPostgresSearch } from '#lib/search/postgres.ts';
import type { Search } from '#lib/search/search.ts';

export interface RelevanceEngine {
  search: Search;
  close(): Promise<void>;
}

/** Every engine, made over a database that holds the demonstration holdings. */
export const engines: Record<string, (pool: pg.Pool) => Promise<RelevanceEngine>> = {
  PostgreSQL: (pool) => Promise.resolve({ search: createPostgresSearch(pool), close: () => Promise.resolve() }),
};

import type pg from 'pg';
import type { Config } from '#lib/config.ts';
import { connectElasticsearch } from './elasticsearch.ts';
import type { Written } from './elasticsearch-bulk.ts';
import { indexInElasticsearch } from './elasticsearch-index.ts';
import { documentIds } from './elasticsearch-ids.ts';
import { indexNames, refreshIndices, stateOfIndices } from './elasticsearch-indices.ts';
import { reindexElasticsearch, type Reindexed } from './elasticsearch-reindex.ts';
import type { Scope } from './search.ts';

/** An index outside the database, as the jobs that feed it see it. */
export interface OuterIndex {
  /** `missing` until it was filled once; `old` when it is of an earlier schema. */
  state(): Promise<'missing' | 'old' | 'current'>;
  /** Brings these records up to date and shows them at once. */
  update(ids: readonly string[]): Promise<Written>;
  reindex(onProgress: (done: number) => void): Promise<Reindexed>;
  /** Of all documents of a scope, in code-point order. */
  ids(scope: Scope): AsyncIterable<string>;
  close(): Promise<void>;
}

/** Null where search is PostgreSQL's alone: its rows are written with the records. */
export function openOuterIndex({ elasticsearch }: Pick<Config, 'elasticsearch'>, pool: pg.Pool): OuterIndex | null {
  if (!elasticsearch) return null;
  const client = connectElasticsearch(elasticsearch);
  const { prefix, shards } = elasticsearch;
  const names = indexNames(prefix);
  return {
    state: () => stateOfIndices(client, names),
    async update(ids) {
      const written = await indexInElasticsearch(client, names, pool, ids);
      await refreshIndices(client, names);
      return written;
    },
    reindex: (onProgress) => reindexElasticsearch(client, names, pool, { shards, onProgress }),
    ids: (scope) => documentIds(client, names, scope),
    close: () => client.close(),
  };
}

import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { createElasticsearchSearch } from '#lib/search/elasticsearch-engine.ts';
import { indexInElasticsearch } from '#lib/search/elasticsearch-index.ts';
import { createIndex, indexNames, refreshIndices, scopes, type IndexNames } from '#lib/search/elasticsearch-indices.ts';
import { indexRecords } from '#lib/search/postgres-index.ts';
import { connectElasticsearch, type Client } from '#lib/search/elasticsearch.ts';
import { createPool } from '#lib/store/pool.ts';
import { freshDatabase } from '#tests/setup/database.ts';
import { elasticsearchOfRun } from '#tests/setup/elasticsearch.ts';
import type { MissingEngine, SearchEngine } from './describe-search.ts';
import { insertHoldings, units } from './holdings.ts';

/** The engine with what it stands on, for tests that look behind the port. */
export interface ElasticsearchEngine extends SearchEngine {
  client: Client;
  names: IndexNames;
  pool: pg.Pool;
}

async function indexRows(pool: pg.Pool, ids: string[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await indexRecords(client, { sql: 'SELECT unnest($1::text[]) AS id', values: [ids] });
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

/** The holdings in indices of their own on the run's Elasticsearch. */
export async function makeElasticsearchEngine(): Promise<ElasticsearchEngine | MissingEngine> {
  const server = await elasticsearchOfRun();
  if ('missing' in server) return server;
  const database = await freshDatabase();
  const pool = createPool(database.appUrl, { applicationName: 'search contract', max: 4 });
  const client = connectElasticsearch({ nodes: [server.url] });
  const names = indexNames(`test-${randomBytes(6).toString('hex')}`);
  // The store's own search rows are written with every change, whatever else searches: names and titles are completed from them.
  const index = async (ids: string[]) => {
    await indexRows(pool, ids);
    const { rejected } = await indexInElasticsearch(client, names, pool, ids);
    if (rejected.length > 0) throw new Error(JSON.stringify(rejected));
    await refreshIndices(client, names);
  };
  for (const scope of scopes) await createIndex(client, `${names[scope]}-first`, names[scope]);
  await insertHoldings(pool);
  await index(units.map(({ id }) => id));
  return {
    client,
    names,
    pool,
    search: createElasticsearchSearch(client, names, pool),
    change: async (sql, ids) => {
      await pool.query(sql);
      await index(ids);
    },
    close: async () => {
      const behind = await client.indices.getAlias({ name: [names.public, names.internal] });
      await client.indices.delete({ index: Object.keys(behind) });
      await client.close();
      await pool.end();
      await database.drop();
    },
  };
}

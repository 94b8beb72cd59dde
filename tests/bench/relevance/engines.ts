import type pg from 'pg';
import { connectElasticsearch } from '#lib/search/elasticsearch.ts';
import { createElasticsearchSearch } from '#lib/search/elasticsearch-engine.ts';
import { indexNames } from '#lib/search/elasticsearch-indices.ts';
import { reindexElasticsearch } from '#lib/search/elasticsearch-reindex.ts';
import { createPostgresSearch } from '#lib/search/postgres.ts';
import type { Search } from '#lib/search/search.ts';
import { elasticsearchHome } from '#tests/setup/elasticsearch-distribution.ts';
import { findJava, javaProgram } from '#tests/setup/elasticsearch-java.ts';
import { startElasticsearch } from '#tests/setup/elasticsearch-server.ts';

export interface RelevanceEngine {
  search: Search;
  close(): Promise<void>;
}

/** Every engine, made over a database that holds the demonstration holdings. */
export const engines: Record<string, (pool: pg.Pool) => Promise<RelevanceEngine>> = {
  PostgreSQL: (pool) => Promise.resolve({ search: createPostgresSearch(pool), close: () => Promise.resolve() }),
  Elasticsearch: async (pool) => {
    const java = findJava();
    if (java === null) throw new Error('Elasticsearch needs Java 21 or later (ES_JAVA_HOME)');
    const server = await startElasticsearch(await elasticsearchHome(javaProgram(java)), java);
    const engine = await filledElasticsearch(server.url, 'relevance', pool);
    return { ...engine, close: () => engine.close().then(() => server.stop()) };
  },
};

/** The holdings of a database in an Elasticsearch that runs, in indices that go with the engine. */
export async function filledElasticsearch(url: string, prefix: string, pool: pg.Pool): Promise<RelevanceEngine> {
  const client = connectElasticsearch({ nodes: [url] });
  const names = indexNames(prefix);
  await reindexElasticsearch(client, names, pool);
  return {
    search: createElasticsearchSearch(client, names, pool),
    close: async () => {
      const behind = await client.indices.getAlias({ name: [names.public, names.internal] });
      await client.indices.delete({ index: Object.keys(behind) });
      await client.close();
    },
  };
}

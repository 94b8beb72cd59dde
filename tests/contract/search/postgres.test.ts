import { indexRecords } from '#lib/search/postgres-index.ts';
import type { EngineSettings } from '#lib/search/postgres-engine.ts';
import { createPostgresSearch } from '#lib/search/postgres.ts';
import { createPool } from '#lib/store/pool.ts';
import { freshDatabase } from '#tests/setup/database.ts';
import { postgresCapabilities } from './capabilities.ts';
import { describeSearch, type SearchEngine } from './describe-search.ts';
import { insertHoldings } from './holdings.ts';

async function makeEngine(settings: EngineSettings): Promise<SearchEngine> {
  const database = await freshDatabase();
  const pool = createPool(database.appUrl, { applicationName: 'search contract', max: 4 });
  const change = async (work: string | null, ids: string[] | null) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      if (work === null) await insertHoldings(client);
      else await client.query(work);
      const selection =
        ids === null
          ? { sql: 'SELECT id FROM eli4u.record', values: [] }
          : { sql: 'SELECT unnest($1::text[])', values: [ids] };
      await indexRecords(client, selection, { batchSize: 7 });
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  };
  await change(null, null);
  return {
    search: createPostgresSearch(pool, settings),
    change,
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
}

describeSearch('PostgreSQL', postgresCapabilities, () => makeEngine({}));
// what a query of more than 10,000 hits gets: tiers in place of weights
describeSearch('PostgreSQL, broad queries', postgresCapabilities, () => makeEngine({ rankedLimit: 0 }));

import { indexRecords } from '#lib/search/postgres-index.ts';
import { createPostgresSearch } from '#lib/search/postgres.ts';
import { createPool } from '#lib/store/pool.ts';
import { freshDatabase } from '#tests/setup/database.ts';
import { describeSuggest } from './describe-suggest.ts';
import { insertHoldings } from './holdings.ts';

describeSuggest('PostgreSQL', async () => {
  const database = await freshDatabase();
  const pool = createPool(database.appUrl, { applicationName: 'suggest contract', max: 4 });
  const change = async (sql: string | null, ids: string[] | null) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await (sql === null ? insertHoldings(client) : client.query(sql));
      await indexRecords(client, {
        sql: 'SELECT id FROM eli4u.record WHERE $1::text[] IS NULL OR id = ANY($1)',
        values: [ids],
      });
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  };
  await change(null, null);
  return {
    search: createPostgresSearch(pool),
    change,
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
});

import path from 'node:path';
import { runner } from 'node-pg-migrate';
import type { Database } from './cluster.ts';
import { withClient } from './prepare-database.ts';

const migrateLock = 4_104_005;
const folder = path.resolve(import.meta.dirname, '../../schemas/database/migrations');

/** Applies the SQL migrations that have not run yet, as the owner; two starts at once take turns. Gives the names of those it ran. */
export async function migrate(database: Pick<Database, 'ownerUrl'>, dir = folder): Promise<string[]> {
  return withClient(database.ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [migrateLock]);
    const ran = await runner({
      dbClient: client,
      dir,
      direction: 'up',
      migrationsTable: 'schema_migration',
      count: Infinity,
      noLock: true,
      checkOrder: true,
      log: () => undefined,
    });
    return ran.map((migration) => migration.name);
  });
}

import os from 'node:os';
import path from 'node:path';
import { readConfig } from '#lib/config.ts';
import { attachDatabase, type Database } from '#lib/store/cluster.ts';
import { migrate } from '#lib/store/migrate.ts';
import { createExtensions, withClient } from '#lib/store/prepare-database.ts';

export const templateName = 'eli4u_template';

/** The cluster of tests and benchmarks: beside any site's data, reachable by the user PostgreSQL runs as. */
export function testDataDir(): string {
  return process.env.TEST_DATA_DIR ?? path.join(os.tmpdir(), 'eli4u-tests');
}

/** Attaches to the test cluster and makes the migrated template database, freshly, so that migrations under work are seen. */
export async function attachTestCluster(): Promise<Database> {
  const database = await attachDatabase(readConfig({ DATA_DIR: testDataDir() }));
  await withClient(database.adminUrl, async (client) => {
    const known = await client.query('SELECT FROM pg_database WHERE datname = $1', [templateName]);
    if (known.rowCount) await client.query(`DROP DATABASE ${templateName} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${templateName} OWNER eli4u_owner`);
  });
  const at = (url: string) => url.replace(/\/[^/]*$/, `/${templateName}`);
  await createExtensions(at(database.adminUrl));
  await migrate({ ownerUrl: at(database.ownerUrl) });
  return database;
}

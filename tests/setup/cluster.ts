import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { readConfig } from '#lib/config.ts';
import { attachDatabase, type Database } from '#lib/store/cluster.ts';
import { migrate } from '#lib/store/migrate.ts';
import { createExtensions, withClient } from '#lib/store/prepare-database.ts';

/** One run makes the template; others wait and find it. */
const templateLock = 4_104_090;
const migrations = path.resolve(import.meta.dirname, '../../schemas/database/migrations');

/** A template for each state of the migrations: those under work are seen, and two runs beside each other don't take each other's. */
export const templateName = `eli4u_template_${migrationsHash()}`;

function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(migrations).sort())
    hash.update(name).update(readFileSync(path.join(migrations, name)));
  return hash.digest('hex').slice(0, 12);
}

/** The cluster of tests and benchmarks: beside any site's data, reachable by the user PostgreSQL runs as. */
export function testDataDir(): string {
  return process.env.TEST_DATA_DIR ?? path.join(os.tmpdir(), 'eli4u-tests');
}

/** Attaches to the test cluster, where the migrated template database is made if it is not there yet. */
export async function attachTestCluster(): Promise<Database> {
  const database = await attachDatabase(readConfig({ DATA_DIR: testDataDir() }));
  await withClient(database.adminUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
    await dropLeftovers(client);
    const known = await client.query('SELECT FROM pg_database WHERE datname = $1', [templateName]);
    if (!known.rowCount) await makeTemplate(client, database);
  });
  return database;
}

/** Under another name until it is whole: a run that is killed leaves no half-migrated template. */
async function makeTemplate(client: pg.Client, database: Database): Promise<void> {
  const draft = `${templateName}_draft`;
  const at = (url: string) => url.replace(/\/[^/]*$/, `/${draft}`);
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${draft} OWNER eli4u_owner`);
  await createExtensions(at(database.adminUrl));
  await migrate({ ownerUrl: at(database.ownerUrl) });
  // Its last connection may still be on its way out.
  await client.query('SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1', [draft]);
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${templateName}`);
}

/** What killed runs and earlier migrations left behind, a day old and used by nobody. */
async function dropLeftovers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT datname AS name FROM pg_database d
     WHERE datname ~ '^(test|eli4u_template)_' AND datname <> $1
       AND (pg_stat_file('base/' || oid || '/PG_VERSION', true)).modification < now() - interval '1 day'
       AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = d.oid)`,
    [templateName],
  );
  for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${name}`).catch(() => undefined);
}

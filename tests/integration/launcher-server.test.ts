import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#lib/config.ts';
import { attachDatabase, type Database } from '#lib/store/cluster.ts';
import { freePort } from '#lib/store/postmaster.ts';
import { withClient } from '#lib/store/prepare-database.ts';
import { ead, unit } from '#tests/builders/ead.ts';
import {
  emptyDataFolder,
  ingest,
  killLeftovers,
  launch,
  removeDataFolder,
  type Environment,
} from '#tests/setup/launcher.ts';

/** A server of somebody else: an embedded one of this test's own, emptied of what it had prepared. */
let server: Database;
let serversFolder: string;
let dataDir: string;
let env: Environment;

beforeAll(async () => {
  serversFolder = await emptyDataFolder();
  server = await attachDatabase(readConfig({ DATA_DIR: serversFolder }));
  for (const statement of [
    'DROP DATABASE eli4u',
    'DROP ROLE eli4u_app, citizen, eli4u_owner',
    `CREATE ROLE maker LOGIN CREATEROLE PASSWORD 'p@ss/word'`,
    'CREATE DATABASE archive OWNER maker',
  ])
    await withClient(server.adminUrl, (client) => client.query(statement));
  dataDir = await emptyDataFolder();
  env = { DATA_DIR: dataDir, PORT: String(await freePort(null)), DATABASE_URL: urlOf('maker', 'p@ss/word', 'archive') };
});
afterEach(() => killLeftovers());
afterAll(async () => {
  await server.release();
  await removeDataFolder(serversFolder);
  await removeDataFolder(dataDir);
});

const urlOf = (role: string, password: string, database: string) =>
  `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${new URL(server.adminUrl).port}/${database}`;

// The pages may have to be built first.
describe('npm start with DATABASE_URL', { timeout: 300_000 }, () => {
  it('fills and serves that database, starts none of its own, and leaves it running', async () => {
    const site = launch(env);
    await site.until(/ELI4U is running at/);
    const found = await fetch(`http://127.0.0.1:${env['PORT']}/api/v1/search?q=estimi`);
    expect(((await found.json()) as { total: number }).total).toBeGreaterThan(0);
    const file = path.join(dataDir, 'added.xml');
    await writeFile(file, ead({ recordid: 'added', children: [unit('Aggiunto poi')] }));
    expect(await ingest([file], env).ended).toMatchObject({ code: 0 });
    site.tell('SIGTERM');
    expect(await site.ended).toMatchObject({ code: 0 });
    expect(existsSync(path.join(dataDir, 'postgres'))).toBe(false);
    const kept = await withClient(urlOf('maker', 'p@ss/word', 'archive'), (client) =>
      client.query('SELECT FROM eli4u.record LIMIT 1'),
    );
    expect(kept.rowCount).toBe(1);
  });

  it.each([
    ['a wrong password', () => urlOf('maker', 's3cret', 'archive'), /password authentication failed/],
    ['a database that is not there', () => urlOf('maker', 'p@ss/word', 'nowhere'), /"nowhere" does not exist/],
  ])('says what is wrong in one line: %s', async (_, url, told) => {
    const { code, errors } = await launch({ ...env, DATABASE_URL: url() }).ended;
    expect(code).toBe(1);
    expect(errors).toMatch(/^ELI4U cannot start: the database of DATABASE_URL \(127\.0\.0\.1:\d+, .*\n$/);
    expect(errors).toMatch(told);
    expect(errors).not.toMatch(/s3cret|p@ss|p%40ss/);
  });
});

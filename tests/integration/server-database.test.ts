import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '#lib/config.ts';
import { attachDatabase, type Database } from '#lib/store/cluster.ts';
import { migrate } from '#lib/store/migrate.ts';
import { withClient } from '#lib/store/prepare-database.ts';

/** A server of somebody else: an embedded one of this test's own, emptied of what it had prepared. */
let server: Database;
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-server-'));
  await chmod(dataDir, 0o755);
  server = await attachDatabase(readConfig({ DATA_DIR: dataDir }));
  await asAdministrator('DROP DATABASE eli4u');
  await asAdministrator('DROP ROLE eli4u_app, citizen, eli4u_owner');
});
afterEach(async () => {
  await server.release();
  await rm(dataDir, { recursive: true, force: true });
});

const asAdministrator = (statements: string) => withClient(server.adminUrl, (client) => client.query(statements));

/** A role with a password that a URL must escape, and its database. */
async function urlOf(role: string, rights: string, password: string): Promise<string> {
  await asAdministrator(`CREATE ROLE ${role} LOGIN ${rights} PASSWORD '${password}'`);
  await asAdministrator(`CREATE DATABASE ${role} OWNER ${role}`);
  return `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${new URL(server.adminUrl).port}/${role}`;
}

const attach = (url: string) => attachDatabase(readConfig({ DATABASE_URL: url }));

async function appRole(database: Database): Promise<unknown> {
  const answer = await withClient(database.appUrl, (client) =>
    client.query('SELECT current_user AS name, (SELECT count(*)::int FROM eli4u.setting) AS settings'),
  );
  return answer.rows[0];
}

describe('DATABASE_URL', () => {
  it('an owner who may make roles makes what is missing, once', async () => {
    const url = await urlOf('maker', 'CREATEROLE', 'p@ss/word');
    const first = await attach(url);
    expect(await migrate(first)).not.toEqual([]);
    const second = await attach(url);
    expect(await migrate(second)).toEqual([]);
    expect(second.appUrl).toBe(first.appUrl);
    expect(await appRole(second)).toEqual({ name: 'eli4u_app', settings: 0 });
  });

  it('to an owner who may not it says what the administrator must run, without a password in it, and that is enough', async () => {
    const url = await urlOf('plain', '', 'p@ss/word');
    const refusal = await attach(url).then(
      () => '',
      (error: unknown) => (error as Error).message,
    );
    const statements = refusal.split('run:\n')[1] ?? '';
    expect(statements).toMatch(/^ {2}CREATE ROLE eli4u_app LOGIN PASSWORD 'SCRAM-SHA-256\$/);
    await asAdministrator(statements);
    const database = await attach(url);
    await migrate(database);
    expect(await appRole(database)).toEqual({ name: 'eli4u_app', settings: 0 });
  });

  it('the owner’s new password gives the application a new one', async () => {
    const url = await urlOf('maker', 'CREATEROLE', 'old');
    const before = await attach(url);
    await asAdministrator(`ALTER ROLE maker PASSWORD 'new'`);
    const after = await attach(url.replace(':old@', ':new@'));
    expect(after.appUrl).not.toBe(before.appUrl);
    await migrate(after);
    expect(await appRole(after)).toEqual({ name: 'eli4u_app', settings: 0 });
  });

  it('a server that does not answer is told with its reason', async () => {
    await expect(attach('postgres://x:y@127.0.0.1:1/z')).rejects.toMatchObject({
      name: 'WorldError',
      cause: { code: 'ECONNREFUSED' },
    });
  });
});

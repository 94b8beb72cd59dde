import { createHmac } from 'node:crypto';
import pg from 'pg';
import { WorldError } from '#lib/errors.ts';
import type { Database } from './cluster.ts';
import { createExtensions, literal, prepareLock, withClient } from './prepare-database.ts';
import { scramVerifier } from './scram-verifier.ts';

/**
 * A PostgreSQL that somebody else runs. DATABASE_URL names the role that owns the schema; the application connects as `eli4u_app`, whose
 * password is derived from the owner's, so that every replica knows it without sharing another secret.
 * @throws WorldError naming the server that cannot be used; with the statements for the administrator when the owner may not make the roles
 */
export async function attachServer(ownerUrl: string): Promise<Database> {
  const url = new URL(ownerUrl);
  const password = createHmac('sha256', decodeURIComponent(url.password)).update('eli4u_app').digest('base64url');
  url.username = 'eli4u_app';
  url.password = password;
  const appUrl = url.href;
  await withClient(ownerUrl, () => Promise.resolve()).catch((error: unknown) => {
    throw new WorldError(`the database of DATABASE_URL (${placeOf(ownerUrl)}) cannot be used`, error);
  });
  await withClient(ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [prepareLock]);
    await prepareRoles(client, appUrl, password);
  });
  await createExtensions(ownerUrl).catch((error: unknown) => {
    throw new WorldError(
      'the extensions unaccent, pg_trgm and btree_gin are missing; ask the administrator to CREATE EXTENSION them in this database',
      error,
    );
  });
  return { adminUrl: ownerUrl, ownerUrl, appUrl, release: () => Promise.resolve() };
}

/** Where a URL leads and as whom, without its password. */
function placeOf(databaseUrl: string): string {
  const { hostname, port, pathname, username } = new URL(databaseUrl);
  return `${hostname || 'localhost'}:${port || 5432}, database ${pathname.slice(1)}, role ${decodeURIComponent(username)}`;
}

/** Makes what is missing; where nothing is, it needs no right to. */
async function prepareRoles(client: pg.Client, appUrl: string, password: string): Promise<void> {
  const missing: string[] = [];
  const app = await client.query(`SELECT FROM pg_roles WHERE rolname = 'eli4u_app'`);
  const verifier = literal(scramVerifier(password));
  if (!app.rowCount) missing.push(`CREATE ROLE eli4u_app LOGIN PASSWORD ${verifier}`);
  // Known, but with another password: the owner's was changed, or somebody made it by hand.
  else if (!(await connects(appUrl))) missing.push(`ALTER ROLE eli4u_app LOGIN PASSWORD ${verifier}`);
  const citizen = await client.query(`SELECT FROM pg_roles WHERE rolname = 'citizen'`);
  if (!citizen.rowCount) missing.push('CREATE ROLE citizen NOLOGIN');
  const member =
    app.rowCount && citizen.rowCount
      ? await client.query(`SELECT WHERE pg_has_role('eli4u_app', 'citizen', 'MEMBER')`)
      : null;
  if (!member?.rowCount) missing.push('GRANT citizen TO eli4u_app');
  try {
    for (const statement of missing) await client.query(statement);
  } catch (error) {
    throw new WorldError(
      `the role of DATABASE_URL may not make the application's roles; ask the administrator to run:\n  ${missing.join(';\n  ')};`,
      error,
    );
  }
}

/** Whether the role gets in; a server that can't be reached is another trouble. */
async function connects(url: string): Promise<boolean> {
  try {
    await withClient(url, () => Promise.resolve());
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code?.startsWith('28')) return false;
    throw error;
  }
}

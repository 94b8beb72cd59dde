import { createHmac } from 'node:crypto';
import pg from 'pg';
import { WorldError } from '#lib/errors.ts';
import type { Database } from './cluster.ts';
import { createExtensions, literal, withClient } from './prepare-database.ts';

/**
 * A PostgreSQL that somebody else runs. DATABASE_URL names the role that owns the schema; the application connects as `eli4u_app`, whose
 * password is derived from the owner's, so that every replica knows it without sharing another secret.
 */
export async function attachServer(ownerUrl: string): Promise<Database> {
  const url = new URL(ownerUrl);
  const password = createHmac('sha256', decodeURIComponent(url.password)).update('eli4u_app').digest('base64url');
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ known: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'eli4u_app') AS known`,
    );
    const statement = `${rows[0]?.known ? 'ALTER' : 'CREATE'} ROLE eli4u_app LOGIN PASSWORD ${literal(password)}`;
    await client.query(statement).catch((error: unknown) => {
      if (rows[0]?.known) return; // set before by somebody who may; connecting will tell
      throw new WorldError(
        `the role of DATABASE_URL may not create the application's role; ask the administrator to run: CREATE ROLE eli4u_app LOGIN PASSWORD '…'; CREATE ROLE citizen NOLOGIN; GRANT citizen TO eli4u_app`,
        error,
      );
    });
    const citizen = await client.query(`SELECT FROM pg_roles WHERE rolname = 'citizen'`);
    if (citizen.rowCount === 0) await client.query('CREATE ROLE citizen NOLOGIN');
    await client.query('GRANT citizen TO eli4u_app').catch((error: unknown) => {
      if (!(error instanceof pg.DatabaseError)) throw error;
    });
  });
  await createExtensions(ownerUrl).catch((error: unknown) => {
    throw new WorldError(
      'the extensions unaccent, pg_trgm and btree_gin are missing; ask the administrator to CREATE EXTENSION them in this database',
      error,
    );
  });
  const appUrl = new URL(ownerUrl);
  appUrl.username = 'eli4u_app';
  appUrl.password = password;
  return { adminUrl: ownerUrl, ownerUrl, appUrl: appUrl.href, release: () => Promise.resolve() };
}

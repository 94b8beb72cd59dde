import pg from 'pg';

/** Guards what two starts at once would otherwise both create. */
export const prepareLock = 4_104_004;

/**
 * Roles, database and extensions of the embedded server, made once. The owner is no superuser; the application's role owns nothing; `citizen`
 * cannot log in, the application takes it on for citizens' reads (design §3, Roles).
 */
export async function prepareDatabase(adminUrl: string, secrets: { owner: string; app: string }): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [prepareLock]);
    const role = async (name: string, options: string) => {
      const known = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
      if (known.rowCount === 0) await client.query(`CREATE ROLE ${name} ${options}`);
    };
    await role('eli4u_owner', `LOGIN CREATEDB PASSWORD ${literal(secrets.owner)}`);
    await role('eli4u_app', `LOGIN PASSWORD ${literal(secrets.app)}`);
    await role('citizen', 'NOLOGIN');
    await client.query('GRANT citizen TO eli4u_app');
    const known = await client.query(`SELECT FROM pg_database WHERE datname = 'eli4u'`);
    if (known.rowCount === 0) await client.query('CREATE DATABASE eli4u OWNER eli4u_owner');
  });
  await createExtensions(adminUrl.replace(/\/[^/]*$/, '/eli4u'));
}

/** What the migrations build on; trusted or not, a superuser makes them. */
export async function createExtensions(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [prepareLock]);
    for (const name of ['unaccent', 'pg_trgm', 'btree_gin'])
      await client.query(`CREATE EXTENSION IF NOT EXISTS ${name}`);
  });
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'eli4u setup',
    // Where packets vanish, connecting would wait for minutes.
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks while idle is an event, and unheard it would end the process; the next query tells.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function literal(text: string): string {
  return pg.escapeLiteral(text);
}

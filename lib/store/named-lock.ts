import pg from 'pg';

/** A lock of the whole database by name, or null when another has it; it falls by itself when its holder dies. */
export async function tryNamedLock(url: string, name: string): Promise<{ release(): Promise<void> } | null> {
  const client = new pg.Client({ connectionString: url, application_name: 'eli4u lock', keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 4104)) AS taken',
    [name],
  );
  if (rows[0]?.taken) return { release: () => client.end().catch(() => undefined) };
  await client.end();
  return null;
}

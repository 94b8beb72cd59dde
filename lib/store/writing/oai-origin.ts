import type pg from 'pg';

/** Whom we harvest, in which format. */
export interface Provider {
  /** The base URL of its OAI-PMH. */
  address: string;
  prefix: string;
}

/** What we have from a provider under one of its names: the root of a finding aid by its id, an agent by the identifier of its authority record. */
export interface Originated {
  kind: 'record' | 'agent';
  value: string;
}

/** Notes by which name a provider has what was just loaded, in the same transaction. */
export async function saveOrigin(
  client: pg.ClientBase,
  { address, prefix }: Provider,
  { identifier, kind, value }: Originated & { identifier: string },
): Promise<void> {
  await client.query(
    `INSERT INTO eli4u.oai_origin (address, prefix, identifier, kind, value) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [address, prefix, identifier, kind, value],
  );
}

/** Forgets a name and says what we had by it alone: what the provider gives under another name too, as when it renames all it has, it still has. */
export async function takeOrigins(
  client: pg.ClientBase,
  { address, prefix }: Provider,
  identifier: string,
): Promise<Originated[]> {
  const { rows } = await client.query<Originated>(
    `WITH gone AS (DELETE FROM eli4u.oai_origin WHERE address = $1 AND prefix = $2 AND identifier = $3 RETURNING kind, value)
     SELECT kind, value FROM gone g WHERE NOT EXISTS (SELECT FROM eli4u.oai_origin o
       WHERE o.address = $1 AND o.identifier <> $3 AND o.kind = g.kind AND o.value = g.value)`,
    [address, prefix, identifier],
  );
  return rows;
}

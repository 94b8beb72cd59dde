import type pg from 'pg';

export interface ExternalReference {
  scheme: string;
  value: string;
}

/**
 * The first of these identifiers that another case bears already, or null. Whoever files or adds the same one meanwhile waits, so that two at
 * once cannot both have it.
 */
export async function takenReference(
  client: pg.ClientBase,
  references: readonly ExternalReference[],
): Promise<ExternalReference | null> {
  if (references.length === 0) return null;
  // In one order, lest two who want the same two wait for each other.
  const ordered = references.toSorted((a, b) => (`${a.scheme}:${a.value}` < `${b.scheme}:${b.value}` ? -1 : 1));
  for (const { scheme, value } of ordered)
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 4104))', [`reference ${scheme}:${value}`]);
  const { rows } = await client.query<ExternalReference>(
    `SELECT scheme, value FROM eli4u.procedure_reference JOIN json_to_recordset($1) AS t (scheme text, value text) USING (scheme, value) LIMIT 1`,
    [JSON.stringify(references)],
  );
  return rows[0] ?? null;
}

import type pg from 'pg';
import type { IdentifierMint } from './identifier-mint.ts';

export interface InstitutionRow {
  code: string;
  otherCodes: readonly string[];
  name: string;
  otherNames: readonly string[];
  /** JSON text of the ISDIAH description. */
  description: string;
  contentHash: string;
}

/** The custodian of a code (its own or another of its codes); made as a stub under that code when nobody knows it. */
export async function findOrMakeInstitution(
  client: pg.ClientBase,
  mint: IdentifierMint,
  code: string,
  name: string | null,
): Promise<string> {
  const found = await client.query<{ id: string }>(
    `SELECT id FROM eli4u.institution WHERE code = $1 OR $1 = ANY(other_codes) ORDER BY (code = $1) DESC LIMIT 1`,
    [code],
  );
  if (found.rows[0]) return found.rows[0].id;
  await mint.reserve(1);
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO eli4u.institution (id, code, name, stub) VALUES ($1, $2, $3, true) RETURNING id`,
    [mint.take(), code, name ?? code],
  );
  return (rows[0] as { id: string }).id;
}

/** Writes the description of an institution; a stub or an older description is replaced. */
export async function saveInstitution(
  client: pg.ClientBase,
  mint: IdentifierMint,
  row: InstitutionRow,
): Promise<{ id: string; outcome: 'created' | 'changed' | 'unchanged' }> {
  const found = await client.query<{ id: string; stub: boolean; hash: string | null }>(
    `SELECT id, stub, encode(content_hash, 'hex') AS hash FROM eli4u.institution WHERE code = ANY($1) ORDER BY (code = $2) DESC LIMIT 1`,
    [[row.code, ...row.otherCodes], row.code],
  );
  const known = found.rows[0];
  if (known && known.hash === row.contentHash) return { id: known.id, outcome: 'unchanged' };
  await mint.reserve(1);
  const id = known?.id ?? mint.take();
  await client.query(
    `INSERT INTO eli4u.institution (id, code, other_codes, name, other_names, description, stub, content_hash)
     VALUES ($1, $2, $3, $4, $5, $6, false, decode($7, 'hex'))
     ON CONFLICT (id) DO UPDATE SET code = excluded.code, other_codes = excluded.other_codes, name = excluded.name,
       other_names = excluded.other_names, description = excluded.description, stub = false, content_hash = excluded.content_hash,
       changed_at = now()`,
    [id, row.code, row.otherCodes, row.name, row.otherNames, row.description, row.contentHash],
  );
  return { id, outcome: known && !known.stub ? 'changed' : 'created' };
}

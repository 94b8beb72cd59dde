import type pg from 'pg';
import { isIdentifier } from '#lib/records/identifier.ts';

/** The unit that images belong to; or why none can be told. */
export type FoundUnit = { ok: true; recordId: string } | { ok: false; reason: string };

/**
 * The unit that one of these names means, the first that means one: its id, also at the end of an address or of an OAI identifier; its current or a
 * former reference code, also written as folders can be named (what is no letter or digit as `_`).
 * @param repository code of the custodian, where codes are looked for in its units only
 */
export async function findUnit(pool: pg.Pool, names: readonly string[], repository: string | null): Promise<FoundUnit> {
  for (const name of names) {
    const [id] = /[0-9a-z]{8}$/.exec(name) ?? [];
    const isWhole = id !== undefined && (id === name || /[:/]$/.test(name.slice(0, -8)));
    if (isWhole && isIdentifier(id)) {
      const { rowCount } = await pool.query('SELECT FROM eli4u.record WHERE id = $1 AND deleted_at IS NULL', [id]);
      if (rowCount === 1) return { ok: true, recordId: id };
    }
    const found = await byCode(pool, name, repository);
    if (found.length > 1)
      return {
        ok: false,
        reason: `«${name}» is the code of ${found.length > 9 ? 'many' : found.length} units: say which by --record or --repository`,
      };
    if (found[0]) return { ok: true, recordId: found[0] };
  }
  const said = names.map((name) => `«${name.slice(0, 100)}»`).join(', ');
  return { ok: false, reason: `no unit has the id or the code ${said || '(none was told)'}` };
}

async function byCode(pool: pg.Pool, code: string, repository: string | null): Promise<string[]> {
  const { rows } = await pool.query<{ id: string; exact: boolean }>(
    `SELECT r.id, r.exact FROM (
        SELECT id, repository_id, deleted_at, reference_code = $1 AS exact FROM eli4u.record
         WHERE reference_code IS NOT NULL AND eli4u.code_as_folder(reference_code) = eli4u.code_as_folder($1)
        UNION ALL
        SELECT id, repository_id, deleted_at, false FROM eli4u.record WHERE former_codes <> '{}' AND eli4u.codes_as_folders(former_codes) @> ARRAY[eli4u.code_as_folder($1)]) r
       JOIN eli4u.institution i ON i.id = r.repository_id
      WHERE r.deleted_at IS NULL AND ($2::text IS NULL OR i.code = $2) LIMIT 10`,
    [code, repository],
  );
  const exact = rows.filter((row) => row.exact);
  return [...new Set((exact.length > 0 ? exact : rows).map(({ id }) => id))];
}

import type pg from 'pg';
import { procedureTypeShape, type ProcedureType } from '#lib/procedures/types/procedure-type.ts';

/** A version of a type with the YAML it was read from. */
export interface TypeSource {
  type: ProcedureType;
  yaml: string;
}

/**
 * Every published version. None ever changes or goes, so that those that are known already are not read again, and while there are as many as
 * before the very same list is given back.
 */
export async function loadPublished(
  database: Pick<pg.Pool, 'query'>,
  known: readonly TypeSource[],
): Promise<readonly TypeSource[]> {
  const { rows } = await database.query<{ content: unknown; source: string }>(
    `SELECT v.content, v.source FROM eli4u.procedure_type_version v
      WHERE v.status = 'published'
        AND NOT EXISTS (SELECT FROM unnest($1::text[], $2::integer[]) AS k (code, version) WHERE k.code = v.code AND k.version = v.version)`,
    [known.map(({ type }) => type.code), known.map(({ type }) => type.version)],
  );
  if (rows.length === 0) return known;
  return [...known, ...rows.map(({ content, source }) => ({ type: procedureTypeShape.parse(content), yaml: source }))];
}

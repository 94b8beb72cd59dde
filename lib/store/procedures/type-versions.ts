import type pg from 'pg';
import { procedureTypeShape, type ProcedureType } from '#lib/procedures/types/procedure-type.ts';

/** Versions of types as cases keep them. A published one never changes, so it is read once in a process. */
export interface TypeVersions {
  /** @throws when there is none: a case without its type is a broken store */
  load(client: Pick<pg.ClientBase, 'query'>, code: string, version: number): Promise<ProcedureType>;
}

export function createTypeVersions(): TypeVersions {
  const known = new Map<string, ProcedureType>();
  return {
    async load(client, code, version) {
      const name = `${code}/${version}`;
      const kept = known.get(name);
      if (kept) return kept;
      const { rows } = await client.query<{ content: unknown }>(
        'SELECT content FROM eli4u.procedure_type_version WHERE code = $1 AND version = $2',
        [code, version],
      );
      if (!rows[0]) throw new Error(`there is no version ${version} of the type ${code}`);
      const type = procedureTypeShape.parse(rows[0].content);
      if (type.status === 'published') known.set(name, type);
      return type;
    },
  };
}

import type pg from 'pg';
import type { Reach } from '#lib/access/reach.ts';
import { procedureSchema, type Procedure } from '#lib/procedures/cases/procedure.ts';
import { Bound, withinReach } from './reach-sql.ts';

export interface LockedCase {
  procedure: Procedure;
  /** When it was last written to. */
  changedAt: Date;
}

/** A case, held until the transaction ends; null where none is within reach. */
export async function lockCase(client: pg.ClientBase, id: string, reach: Reach): Promise<LockedCase | null> {
  const bound = new Bound();
  const { rows } = await client.query<{ document: unknown; changed_at: string }>(
    `SELECT document, changed_at FROM eli4u.procedure p WHERE id = ${bound.bind(id, 'text')} AND ${withinReach(reach, bound)} FOR UPDATE`,
    bound.values,
  );
  const row = rows[0];
  return row ? { procedure: procedureSchema.parse(row.document), changedAt: new Date(row.changed_at) } : null;
}

/** Many at once, in the order of ids, so that two who want the same ones don't wait for each other. */
export async function lockCases(
  client: pg.ClientBase,
  ids: readonly string[],
  reach: Reach,
): Promise<Map<string, LockedCase>> {
  const bound = new Bound();
  const { rows } = await client.query<{ id: string; document: unknown; changed_at: string }>(
    `SELECT id, document, changed_at FROM eli4u.procedure p WHERE id = ANY(${bound.bind(ids, 'text[]')}) AND ${withinReach(reach, bound)} ORDER BY id FOR UPDATE`,
    bound.values,
  );
  return new Map(
    rows.map((row) => [
      row.id,
      { procedure: procedureSchema.parse(row.document), changedAt: new Date(row.changed_at) },
    ]),
  );
}

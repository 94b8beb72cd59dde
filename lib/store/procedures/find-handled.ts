import type { Reach } from '#lib/access/reach.ts';
import { procedureSchema } from '#lib/procedures/cases/procedure.ts';
import { readWithin } from '#lib/store/citizens/as-citizen.ts';
import type { HandledCase } from './case-view.ts';
import { contextAt, type Desk } from './desk.ts';
import { Bound, withinReach } from './reach-sql.ts';

/** Many cases in one look, each with what a decision on it is taken by; who is not within reach is not there. */
export async function findHandled(desk: Desk, ids: readonly string[], reach: Reach): Promise<Map<string, HandledCase>> {
  const bound = new Bound();
  const now = desk.now();
  const statement = `SELECT p.title, p.document FROM eli4u.procedure p WHERE p.id = ANY(${bound.bind(ids, 'text[]')}) AND ${withinReach(reach, bound)}`;
  const { rows } = await readWithin(desk.pool, reach, (reader) =>
    reader.query<{ title: string; document: unknown }>(statement, bound.values),
  );
  const found = new Map<string, HandledCase>();
  for (const { title, document } of rows) {
    const procedure = procedureSchema.parse(document);
    found.set(procedure.id, { title, procedure, context: await contextAt(desk, desk.pool, procedure.type, now) });
  }
  return found;
}

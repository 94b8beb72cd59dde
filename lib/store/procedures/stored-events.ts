import type pg from 'pg';
import { procedureEventSchema } from '#lib/procedures/cases/procedure-event.ts';
import type { Day } from '#lib/procedures/day.ts';
import type { StoredEvent } from './case-view.ts';

/** Events of a case after a number, in order. */
export async function eventsAfter(
  client: Pick<pg.ClientBase, 'query'>,
  id: string,
  after: number,
  limit: number,
): Promise<StoredEvent[]> {
  const { rows } = await client.query<{
    n: number;
    at: string;
    on: Day;
    actor: string;
    onBehalfOf: string | null;
    payload: unknown;
  }>(
    `SELECT n, at, on_day AS on, actor, on_behalf_of AS "onBehalfOf", payload FROM eli4u.procedure_event WHERE procedure_id = $1 AND n > $2 ORDER BY n LIMIT $3`,
    [id, after, limit],
  );
  return rows.map(({ payload, ...row }) => ({ ...row, event: procedureEventSchema.parse(payload) }));
}

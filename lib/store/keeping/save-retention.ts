import type pg from 'pg';
import type { Day } from '#lib/procedures/day.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import type { Retention } from '#lib/procedures/types/retention.ts';

type ClosureRetention = Extract<Procedure, { state: 'closed' }>['retention'];

/** Until when a fascicolo is kept, and why. */
export interface RetentionToSave {
  how: 'computed' | 'byHand' | 'postponed';
  rule: Retention | null;
  disposition: 'keep' | 'destroy' | null;
  from: Day | null;
  on: Day | null;
  reason: string | null;
  by: string;
  at: Date;
}

/** Writes it to the record and beside it, over what was there. */
export async function saveRetention(
  client: Pick<pg.ClientBase, 'query'>,
  id: string,
  retention: RetentionToSave,
): Promise<void> {
  const { how, rule, disposition, from, on, reason, by, at } = retention;
  await client.query(
    `UPDATE eli4u.record SET disposition = $2, disposition_on = $3, changed_at = now()
      WHERE id = $1 AND (disposition, disposition_on) IS DISTINCT FROM ($2, $3::date)`,
    [id, disposition, on],
  );
  await client.query(
    `INSERT INTO eli4u.retention (record_id, how, rule, starts_on, reason, said_by, said_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (record_id) DO UPDATE SET how = excluded.how, rule = excluded.rule, starts_on = excluded.starts_on,
       reason = excluded.reason, said_by = excluded.said_by, said_at = excluded.said_at`,
    [id, how, rule && JSON.stringify(rule), from, reason, by, at],
  );
}

/** What a fascicolo was closed with. @param rule the type's, also where the reckoning is put off */
export const retentionAtClosing = (
  retention: ClosureRetention,
  rule: Retention | null,
  by: string,
  at: Date,
): RetentionToSave => {
  if (retention.kind === 'postponed')
    return { how: 'postponed', rule, disposition: null, from: null, on: null, reason: retention.reason, by, at };
  return {
    how: retention.byHand ? 'byHand' : 'computed',
    rule: retention.rule,
    disposition: retention.disposition === 'keep' ? 'keep' : 'destroy',
    from: retention.from ?? null,
    on: retention.on,
    reason: null,
    by,
    at,
  };
};

/** Opened again: nothing is said of its keeping until it is closed anew. */
export async function voidRetention(client: Pick<pg.ClientBase, 'query'>, id: string): Promise<void> {
  await client.query('DELETE FROM eli4u.retention WHERE record_id = $1', [id]);
  await client.query('UPDATE eli4u.record SET disposition = NULL, disposition_on = NULL WHERE id = $1', [id]);
}

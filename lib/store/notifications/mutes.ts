import type pg from 'pg';
import { mutable } from '#lib/relationship/topics.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';

/** Whether somebody hears of a case only on their page. */
export async function isMuted(pool: Pick<pg.Pool, 'query'>, agent: string, procedure: string): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT FROM eli4u.case_mute WHERE agent_id = $1 AND procedure_id = $2', [
    agent,
    procedure,
  ]);
  return rowCount === 1;
}

/** Those of so many pairs of a person and a case that are muted, as `person case`. */
export async function mutedOf(
  client: Pick<pg.ClientBase, 'query'>,
  pairs: readonly { agent: string; procedure: string }[],
): Promise<ReadonlySet<string>> {
  if (pairs.length === 0) return new Set();
  const { rows } = await client.query<{ pair: string }>(
    `SELECT m.agent_id || ' ' || m.procedure_id AS pair FROM eli4u.case_mute m
       JOIN unnest($1::text[], $2::text[]) AS t (agent, procedure) ON t.agent = m.agent_id AND t.procedure = m.procedure_id`,
    [pairs.map(({ agent }) => agent), pairs.map(({ procedure }) => procedure)],
  );
  return new Set(rows.map(({ pair }) => pair));
}

/** Mutes a case for somebody, or lets it be heard again; what waits to go out of it does not go. */
export const setMuted = (pool: pg.Pool, agent: string, procedure: string, muted: boolean, now: Date): Promise<void> =>
  inTransaction(pool, async (client) => {
    const { rowCount } = muted
      ? await client.query(
          'INSERT INTO eli4u.case_mute (agent_id, procedure_id, muted_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
          [agent, procedure, now],
        )
      : await client.query('DELETE FROM eli4u.case_mute WHERE agent_id = $1 AND procedure_id = $2', [agent, procedure]);
    if (rowCount === 0) return { keep: true, value: undefined };
    if (muted)
      await client.query(
        `UPDATE eli4u.notification_delivery d SET state = 'withdrawn', ended_at = $3 FROM eli4u.notification n
          WHERE n.id = d.notification_id AND d.agent_id = $1 AND d.state = 'pending' AND n.procedure_id = $2 AND n.kind = 'informative' AND n.topic = ANY ($4)`,
        [agent, procedure, now, mutable],
      );
    await client.query(
      `INSERT INTO eli4u.audit_event (at, actor, action, subject_id, details) VALUES ($3, 'citizen:' || $1, $4, $1, jsonb_build_object('procedure', $2::text))`,
      [agent, procedure, now, muted ? 'notice.caseMuted' : 'notice.caseHeard'],
    );
    return { keep: true, value: undefined };
  });

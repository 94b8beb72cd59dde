import type pg from 'pg';
import type { Channel } from '#lib/relationship/preferences.ts';
import { acting } from './acting.ts';

export type DeliveryState = 'pending' | 'sent' | 'failed' | 'absent' | 'withdrawn';

/** What became of one attempt. */
export interface Concluded {
  id: number;
  state: DeliveryState;
  /** Null where nothing was tried: they no longer wanted it. */
  outcome: 'sent' | 'later' | 'refused' | 'absent' | null;
  said: string | null;
  /** When it is tried again; null when it is over. */
  next: Date | null;
  /** Given up though it was tried for a day: the way itself is at fault. */
  gaveUp: boolean;
}

/** Notes what became of deliveries, forgets devices that are gone, and tells the operator of what was given up: once for each way out. */
export async function concludeDeliveries(
  pool: pg.Pool,
  channel: Channel,
  concluded: readonly Concluded[],
  gone: readonly number[],
  now: Date,
): Promise<void> {
  if (concluded.length === 0) return;
  const rows = concluded.map(({ id, state, outcome, said, next }) => ({
    id,
    state,
    outcome,
    said: said?.slice(0, 300) ?? null,
    next: next?.toISOString() ?? null,
  }));
  const lost = concluded.filter(({ gaveUp }) => gaveUp);
  await acting(pool, { kind: 'system' }, async (client) => {
    await client.query(
      `WITH t AS (SELECT * FROM json_to_recordset($1) AS t (id bigint, state text, outcome text, said text, next timestamptz)),
       tried AS (
         UPDATE eli4u.notification_delivery d
            SET state = t.state, attempts = d.attempts + (t.outcome IS NOT NULL)::integer, next_at = coalesce(t.next, d.next_at),
                ended_at = CASE WHEN t.state = 'pending' THEN NULL ELSE $2::timestamptz END
           FROM t WHERE d.id = t.id AND d.state = 'pending' RETURNING d.id, d.attempts)
       INSERT INTO eli4u.notification_attempt (delivery_id, n, at, outcome, said)
       SELECT tried.id, tried.attempts, $2, t.outcome, t.said FROM tried JOIN t USING (id) WHERE t.outcome IS NOT NULL
       ON CONFLICT (delivery_id, n) DO NOTHING`,
      [JSON.stringify(rows), now],
    );
    if (gone.length > 0) await client.query('DELETE FROM eli4u.push_subscription WHERE id = ANY($1)', [gone]);
    if (lost.length > 0) await tellOperator(client, channel, lost.length, lost[0]?.said ?? null, now);
  });
}

async function tellOperator(
  client: pg.ClientBase,
  channel: Channel,
  count: number,
  said: string | null,
  now: Date,
): Promise<void> {
  const { rowCount } = await client.query(
    `UPDATE eli4u.alert SET details = details || jsonb_build_object('count', (details->>'count')::integer + $2, 'said', $3::text, 'last', $4::timestamptz)
      WHERE kind = 'notification.failed' AND subject = $1 AND resolved_at IS NULL`,
    [channel, count, said, now],
  );
  if (rowCount) return;
  await client.query(
    `INSERT INTO eli4u.alert (kind, subject, details, raised_at) VALUES ('notification.failed', $1, jsonb_build_object('count', $2::integer, 'said', $3::text), $4)`,
    [channel, count, said, now],
  );
}

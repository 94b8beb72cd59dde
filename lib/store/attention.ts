import type pg from 'pg';

/** What somebody has to look after. */
export interface Attention {
  /** Alerts that nobody has resolved. */
  alerts: number;
  /** Calls of webhooks still to be made, and the seconds for which the oldest has been due. */
  deliveries: number;
  late: number;
  /** Notices to citizens that are due and have not gone, and the seconds for which the oldest of them has been to go. */
  notices: number;
  noticesLate: number;
}

export async function findAttention(pool: Pick<pg.Pool, 'query'>, now: Date): Promise<Attention> {
  const { rows } = await pool.query<Attention>(
    `SELECT (SELECT count(*)::integer FROM eli4u.alert WHERE resolved_at IS NULL) AS alerts,
            count(*)::integer AS deliveries,
            coalesce(greatest(extract(epoch FROM $1 - min(next_at)), 0), 0)::integer AS late,
            (SELECT count(*)::integer FROM eli4u.notification_delivery WHERE state = 'pending' AND since <= $1) AS notices,
            (SELECT coalesce(extract(epoch FROM $1 - min(since)), 0)::integer
               FROM eli4u.notification_delivery WHERE state = 'pending' AND since <= $1) AS "noticesLate"
       FROM eli4u.webhook_delivery WHERE state = 'pending'`,
    [now],
  );
  return rows[0] ?? { alerts: 0, deliveries: 0, late: 0, notices: 0, noticesLate: 0 };
}

/** What waited for somebody has been looked after. */
export async function resolveAlerts(pool: Pick<pg.Pool, 'query'>, at: Date): Promise<void> {
  await pool.query('UPDATE eli4u.alert SET resolved_at = $1 WHERE resolved_at IS NULL', [at]);
}

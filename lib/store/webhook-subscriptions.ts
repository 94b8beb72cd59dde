import { randomBytes } from 'node:crypto';
import type pg from 'pg';

export interface Subscription {
  id: string;
  url: string;
  /** Kinds of events; `*` stands for all. */
  kinds: string[];
  createdAt: string;
}

/** Of one client. */
export const mostSubscriptions = 20;

/** @returns the subscription with the secret that is told once; null when the client has as many as it may */
export async function addSubscription(
  pool: pg.Pool,
  client: string,
  { url, kinds }: { url: string; kinds: readonly string[] },
  now: Date,
): Promise<(Subscription & { secret: string }) | null> {
  const id = randomBytes(8).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  const { rows } = await pool.query<Subscription & { secret: string }>(
    `INSERT INTO eli4u.webhook_subscription (id, client_id, url, secret, kinds, created_at)
     SELECT $1, $2, $3, $4, $5, $6
      WHERE (SELECT count(*) FROM eli4u.webhook_subscription WHERE client_id = $2 AND removed_at IS NULL) < $7
     RETURNING id, url, kinds, created_at AS "createdAt", secret`,
    [id, client, url, secret, kinds, now, mostSubscriptions],
  );
  return rows[0] ?? null;
}

export async function listSubscriptions(pool: pg.Pool, client: string): Promise<Subscription[]> {
  const { rows } = await pool.query<Subscription>(
    `SELECT id, url, kinds, created_at AS "createdAt" FROM eli4u.webhook_subscription
      WHERE client_id = $1 AND removed_at IS NULL ORDER BY created_at, id`,
    [client],
  );
  return rows;
}

/** What was still to be told is not. @returns false when the client has none of that id */
export async function removeSubscription(pool: pg.Pool, client: string, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    `WITH removed AS (
       UPDATE eli4u.webhook_subscription SET removed_at = $3 WHERE id = $2 AND client_id = $1 AND removed_at IS NULL RETURNING id),
     ended AS (
       UPDATE eli4u.webhook_delivery d SET state = 'failed', ended_at = $3 FROM removed WHERE d.subscription_id = removed.id AND d.state = 'pending')
     SELECT FROM removed`,
    [client, id, now],
  );
  return rowCount === 1;
}

import type pg from 'pg';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { nextAttempt } from './retry.ts';
import { send, type Reachable } from './send.ts';
import { signatureHeader, signatureOf } from './signature.ts';

/** Calls under way at once. */
const atOnce = 8;
/** Milliseconds for which a delivery is another worker's: longer than any call takes. After a crash it is tried again then. */
const lease = 60_000;

interface Due {
  id: number;
  attempts: number;
  url: string;
  secret: string;
  procedure: string;
  version: number;
  kind: string;
  at: string;
}

export interface DeliveryParts {
  pool: pg.Pool;
  now: () => Date;
  baseUrl: string;
  reachable: Reachable;
}

/** Makes the calls that are due. @returns how many were tried */
export async function deliverDue(parts: DeliveryParts): Promise<number> {
  const due = await claimDue(parts);
  await Promise.all(due.map((one) => deliver(parts, one)));
  return due.length;
}

async function claimDue({ pool, now }: DeliveryParts): Promise<Due[]> {
  const { rows } = await pool.query<Due>(
    `UPDATE eli4u.webhook_delivery d SET next_at = $1::timestamptz + $2 * interval '1 millisecond'
       FROM (SELECT id FROM eli4u.webhook_delivery WHERE state = 'pending' AND next_at <= $1 ORDER BY next_at, id LIMIT $3 FOR UPDATE SKIP LOCKED) t,
            eli4u.webhook_subscription s
      WHERE d.id = t.id AND s.id = d.subscription_id
     RETURNING d.id, d.attempts, s.url, s.secret, d.procedure_id AS procedure, d.version, d.kind, d.at`,
    [now(), lease, atOnce],
  );
  return rows;
}

async function deliver(parts: DeliveryParts, due: Due): Promise<void> {
  const at = parts.now();
  // Nothing about the case but where it can be read, by whoever may.
  const body = JSON.stringify({
    id: due.procedure,
    kind: due.kind,
    version: due.version,
    url: `${parts.baseUrl}/api/v1/procedures/${due.procedure}`,
    at: due.at,
  });
  const started = performance.now();
  const sent = await send(
    due.url,
    body,
    {
      'content-type': 'application/json',
      'user-agent': 'ELI4U',
      'x-eli4u-delivery': String(due.id),
      [signatureHeader]: signatureOf(due.secret, at, body),
    },
    parts.reachable,
  );
  await conclude(parts, due, { ...sent, at, milliseconds: Math.round(performance.now() - started) });
}

interface Attempt {
  at: Date;
  status: number | null;
  error: string | null;
  milliseconds: number;
}

async function conclude({ pool, now }: DeliveryParts, due: Due, attempt: Attempt): Promise<void> {
  const taken = attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
  const failed = due.attempts + 1;
  const next = taken ? null : nextAttempt(failed, now());
  const state = taken ? 'delivered' : next ? 'pending' : 'failed';
  await inTransaction(pool, async (client) => {
    await client.query(
      `UPDATE eli4u.webhook_delivery SET attempts = attempts + 1, state = $2, next_at = coalesce($3, next_at), ended_at = $4 WHERE id = $1`,
      [due.id, state, next, next ? null : now()],
    );
    await client.query(
      `INSERT INTO eli4u.webhook_attempt (delivery_id, n, at, status, error, milliseconds)
       SELECT $1, coalesce(max(n), 0) + 1, $2, $3, $4, $5 FROM eli4u.webhook_attempt WHERE delivery_id = $1`,
      [due.id, attempt.at, attempt.status, attempt.error?.slice(0, 500) ?? null, attempt.milliseconds],
    );
    if (state === 'failed')
      await client.query(
        `INSERT INTO eli4u.alert (kind, subject, details, raised_at) VALUES ('webhook.failed', $1, $2, $3)`,
        [
          due.url,
          JSON.stringify({
            delivery: due.id,
            procedure: due.procedure,
            kind: due.kind,
            status: attempt.status,
            error: attempt.error,
          }),
          now(),
        ],
      );
    return { keep: true, value: undefined };
  });
}

import type pg from 'pg';
import type { Idempotency } from './procedure-writing.ts';

export type Claim = { kind: 'first' } | { kind: 'answered'; answer: unknown } | { kind: 'keyReused' };

/** Takes a key for this transaction. Whoever comes with the same key meanwhile waits for what becomes of it. */
export async function claimKey(
  client: pg.ClientBase,
  { client: owner, key, requestHash }: Idempotency,
  at: Date,
): Promise<Claim> {
  const claimed = await client.query(
    `INSERT INTO eli4u.idempotency_key (client, key, request_hash, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [owner, key, requestHash, at],
  );
  if (claimed.rowCount === 1) return { kind: 'first' };
  const { rows } = await client.query<{ request_hash: string; answer: unknown }>(
    'SELECT request_hash, answer FROM eli4u.idempotency_key WHERE client = $1 AND key = $2',
    [owner, key],
  );
  const kept = rows[0];
  if (!kept) throw new Error('an idempotency key vanished while it was asked for');
  return kept.request_hash === requestHash ? { kind: 'answered', answer: kept.answer } : { kind: 'keyReused' };
}

/** Keeps what was answered, in the transaction that did it. */
export async function keepAnswer(client: pg.ClientBase, given: Idempotency, answer: unknown): Promise<void> {
  await client.query('UPDATE eli4u.idempotency_key SET answer = $3 WHERE client = $1 AND key = $2', [
    given.client,
    given.key,
    JSON.stringify(answer),
  ]);
}

/** Days that a key is kept; a request that comes again later is a new one. */
const keptDays = 2;

/** Forgets keys that nobody will come back with. */
export async function forgetKeys(pool: pg.Pool, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const { rowCount } = await pool.query('DELETE FROM eli4u.idempotency_key WHERE created_at < $1', [before]);
  return rowCount ?? 0;
}

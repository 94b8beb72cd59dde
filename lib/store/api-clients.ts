import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Reach } from '#lib/access/reach.ts';

/** What another system may do. */
export const clientScopes = ['procedures:file', 'procedures:read', 'documents:add', 'webhooks'] as const;
export type ClientScope = (typeof clientScopes)[number];

export interface ApiClient {
  id: string;
  name: string;
  scopes: readonly string[];
  /** Codes of types; `*` stands for all. */
  types: readonly string[];
}

/**
 * A new client and its key, which is shown once and kept only as a hash: with 256 bits of chance it needs no slow one.
 * @returns null when another client has the name
 */
export async function addClient(
  pool: pg.Pool,
  given: Pick<ApiClient, 'name' | 'scopes' | 'types'>,
): Promise<{ client: ApiClient; key: string } | null> {
  const id = randomBytes(6).toString('hex');
  const key = `eli4u_${id}_${randomBytes(32).toString('base64url')}`;
  const { rowCount } = await pool.query(
    `INSERT INTO eli4u.api_client (id, name, key_hash, scopes, types) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (name) DO NOTHING`,
    [id, given.name, hashOfKey(key), given.scopes, given.types],
  );
  return rowCount === 1 ? { client: { id, ...given }, key } : null;
}

/** Ends a client's access; its subscriptions go silent with it. @returns false when there is none of that name */
export async function revokeClient(pool: pg.Pool, name: string, now: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    `WITH revoked AS (UPDATE eli4u.api_client SET revoked_at = $2 WHERE name = $1 AND revoked_at IS NULL RETURNING id),
     removed AS (
       UPDATE eli4u.webhook_subscription s SET removed_at = $2 FROM revoked WHERE s.client_id = revoked.id AND s.removed_at IS NULL RETURNING s.id),
     ended AS (
       UPDATE eli4u.webhook_delivery d SET state = 'failed', ended_at = $2 FROM removed WHERE d.subscription_id = removed.id AND d.state = 'pending')
     SELECT FROM revoked`,
    [name, now],
  );
  return rowCount === 1;
}

/** What a client reaches: the cases of its types. */
export const reachOfClient = ({ types }: Pick<ApiClient, 'types'>): Reach =>
  types.includes('*') ? { kind: 'all' } : { kind: 'some', units: null, types };

/** What is kept of a key. */
export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex');

import type pg from 'pg';
import { hashOfKey, type ApiClient } from './api-clients.ts';

export type RequestKind = 'read' | 'write';

/** Who has a key, and how many requests of a kind it has sent in its minute, with this one. */
export interface Admission {
  client: ApiClient;
  requests: number;
  /** Until its next minute may begin: from 1 to 60. */
  secondsLeft: number;
}

/**
 * The client of a key, its request counted; null for a key that nobody has, or has no longer. A minute begins with its first request and is
 * reckoned by the database's clock: web nodes count together. The comparison of hashes may take its time: a hash tells nothing of 256 bits of
 * chance.
 */
export async function admitClient(pool: pg.Pool, key: string, kind: RequestKind): Promise<Admission | null> {
  const [, id] = /^eli4u_([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/.exec(key) ?? [];
  if (!id) return null;
  const { rows } = await pool.query<ApiClient & { requests: number; seconds_left: number }>(
    `WITH known AS (
       SELECT id, name, scopes, types FROM eli4u.api_client WHERE id = $1 AND key_hash = $2 AND revoked_at IS NULL),
     counted AS (
       INSERT INTO eli4u.api_request_count AS counter (client_id, kind, since, requests) SELECT id, $3, now(), 1 FROM known
       ON CONFLICT (client_id, kind) DO UPDATE SET
         since = CASE WHEN counter.since > now() - interval '1 minute' THEN counter.since ELSE excluded.since END,
         requests = CASE WHEN counter.since > now() - interval '1 minute' THEN counter.requests + 1 ELSE 1 END
       RETURNING requests, since)
     SELECT known.*, requests,
            greatest(1, least(60, ceil(extract(epoch FROM since + interval '1 minute' - now()))))::int AS seconds_left
       FROM known, counted`,
    [id, hashOfKey(key), kind],
  );
  const row = rows[0];
  if (!row) return null;
  const { requests, seconds_left: secondsLeft, ...client } = row;
  return { client, requests, secondsLeft };
}

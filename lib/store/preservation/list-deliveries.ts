import type pg from 'pg';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import type { PreservedKind } from '#lib/preservation/preservation-source.ts';

export const deliveryStates = ['refused', 'waiting', 'sent', 'accepted'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export interface Delivery {
  id: string;
  kind: PreservedKind;
  source: string;
  submission: number;
  packageId: string;
  state: DeliveryState;
  attempts: number;
  sentAt: string | null;
  endedAt: string | null;
  said: string | null;
  hasReport: boolean;
  /** A later one of the same thing is there. */
  followed: boolean;
  title: string | null;
}

export const pageSize = 25;

/** Deliveries in a state, the latest first, after the one before which the page begins. */
export async function listDeliveries(pool: pg.Pool, state: DeliveryState, before: string | null): Promise<Delivery[]> {
  const { rows } = await pool.query<Delivery>(
    `SELECT d.id::text, d.kind, d.source_id AS source, d.submission, d.package_id AS "packageId", d.state, d.attempts,
            to_json(d.sent_at)#>>'{}' AS "sentAt", to_json(d.ended_at)#>>'{}' AS "endedAt", d.said, d.report_hash IS NOT NULL AS "hasReport",
            EXISTS (SELECT FROM eli4u.preservation_delivery n WHERE n.kind = d.kind AND n.source_id = d.source_id AND n.submission > d.submission) AS followed,
            CASE WHEN d.kind = 'fascicolo' THEN (SELECT concat_ws(' ', r.reference_code, r.title) FROM eli4u.record r WHERE r.id = d.source_id) END AS title
       FROM eli4u.preservation_delivery d WHERE d.state = $1 AND d.id < $2::bigint ORDER BY d.id DESC LIMIT $3`,
    [state, before ?? '9223372036854775807', pageSize],
  );
  return rows;
}

/** How many are in each state. */
export async function countDeliveries(pool: pg.Pool): Promise<Record<DeliveryState, number>> {
  const { rows } = await pool.query<{ state: DeliveryState; count: number }>(
    'SELECT state, count(*)::integer AS count FROM eli4u.preservation_delivery GROUP BY state',
  );
  const counts = { refused: 0, waiting: 0, sent: 0, accepted: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

export interface KeptReport {
  packageId: string;
  hash: string;
  bytes: number;
  storageKey: string;
}

/** rapporto di versamento of a delivery; null where none came. */
export async function findReport(pool: pg.Pool, id: string): Promise<KeptReport | null> {
  const { rows } = await pool.query<KeptReport>(
    `SELECT package_id AS "packageId", report_hash AS hash, report_bytes::float8 AS bytes, report_storage_key AS "storageKey"
       FROM eli4u.preservation_delivery WHERE id = $1 AND report_hash IS NOT NULL`,
    [id],
  );
  return rows[0] ?? null;
}

/** A refused package, mended, goes again under a new id; its task is done. False where it was not refused, or went again already. */
export function sendAgain(pool: pg.Pool, id: string, at: Date): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ kind: string; source: string; package: string }>(
      `SELECT d.kind, d.source_id AS source, d.package_id AS package FROM eli4u.preservation_delivery d
        WHERE d.id = $1 AND d.state = 'refused'
          AND NOT EXISTS (SELECT FROM eli4u.preservation_delivery n WHERE n.kind = d.kind AND n.source_id = d.source_id AND n.submission > d.submission)
        FOR UPDATE OF d`,
      [id],
    );
    const one = rows[0];
    if (!one) return { keep: false, value: false };
    await client.query('SELECT eli4u.await_preservation($1, $2)', [one.kind, one.source]);
    await client.query(
      `UPDATE eli4u.alert SET resolved_at = $2 WHERE kind = 'preservation.refused' AND subject = $1 AND resolved_at IS NULL`,
      [one.package, at],
    );
    return { keep: true, value: true };
  });
}

import type pg from 'pg';
import type { PreservedKind, PreservationSource } from '#lib/preservation/preservation-source.ts';
import { keepDocument } from '#lib/store/documents/keep.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';

export interface DueDelivery {
  id: string;
  kind: PreservedKind;
  source: string;
  packageId: string;
  state: 'waiting' | 'sent';
  madeAt: string;
  attempts: number;
}

/**
 * The delivery that has been due longest. The instant of its index is kept before anything is sent: who takes it up after a crash makes the
 * same bytes again, under the same id.
 */
export async function takeDue(pool: pg.Pool, now: Date): Promise<DueDelivery | null> {
  const { rows } = await pool.query<DueDelivery>(
    `UPDATE eli4u.preservation_delivery SET made_at = coalesce(made_at, $1)
      WHERE id = (SELECT id FROM eli4u.preservation_delivery
                   WHERE state IN ('waiting', 'sent') AND coalesce(next_at, '-infinity'::timestamptz) <= $1
                   ORDER BY coalesce(next_at, '-infinity'::timestamptz), id LIMIT 1)
     RETURNING id::text, kind, source_id AS source, package_id AS "packageId", state, to_json(made_at)#>>'{}' AS "madeAt", attempts`,
    [now],
  );
  return rows[0] ?? null;
}

/** The system has the package; it is asked about it from `next` on. */
export async function noteSent(pool: pg.Pool, id: string, at: Date, next: Date): Promise<void> {
  await pool.query(
    `UPDATE eli4u.preservation_delivery SET state = 'sent', sent_at = $2, next_at = $3, attempts = 0, said = NULL WHERE id = $1 AND state = 'waiting'`,
    [id, at, next],
  );
}

/** Nothing came of it this time. */
export async function noteLater(pool: pg.Pool, id: string, next: Date, said: string | null): Promise<void> {
  await pool.query(
    `UPDATE eli4u.preservation_delivery SET attempts = attempts + 1, next_at = $2, said = $3 WHERE id = $1 AND state IN ('waiting', 'sent')`,
    [id, next, said],
  );
}

/** There is nothing to deliver any more. */
export async function forgetDelivery(pool: pg.Pool, id: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    // As long as nothing was sent, what was begun is no evidence.
    await client.query(`UPDATE eli4u.preservation_delivery SET made_at = NULL WHERE id = $1 AND state = 'waiting'`, [
      id,
    ]);
    await client.query(`DELETE FROM eli4u.preservation_delivery WHERE id = $1 AND state = 'waiting'`, [id]);
    return { keep: true, value: undefined };
  });
}

export type Ending =
  { state: 'accepted'; report: Uint8Array } | { state: 'refused'; said: string; report: Uint8Array | null };

/** What the system answered, for good: its report among the documents first, then the row, the task of a refusal and what the source notes. */
export async function noteEnding(
  { pool, dataDir }: { pool: pg.Pool; dataDir: string },
  source: PreservationSource,
  due: DueDelivery,
  ending: Ending,
  at: Date,
): Promise<void> {
  const kept = ending.report && (await keepDocument(dataDir, ending.report));
  const said = ending.state === 'refused' ? ending.said.slice(0, 1000) : null;
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ again: boolean }>(
      `UPDATE eli4u.preservation_delivery SET state = $2, ended_at = $3, next_at = NULL, said = $4, report_hash = $5, report_bytes = $6, report_storage_key = $7,
              sent_at = coalesce(sent_at, CASE WHEN $2 = 'accepted' THEN $3::timestamptz END)
        WHERE id = $1 AND state IN ('waiting', 'sent') RETURNING again`,
      [due.id, ending.state, at, said, kept?.sha256 ?? null, kept?.bytes ?? null, kept?.storageKey ?? null],
    );
    const row = rows[0];
    if (!row) return { keep: false, value: undefined };
    if (kept && ending.state === 'accepted')
      await source.accepted?.(client, due.source, { packageId: due.packageId, reportHash: kept.sha256, at });
    if (ending.state === 'refused')
      await client.query(
        `INSERT INTO eli4u.alert (kind, subject, details, raised_at) VALUES ('preservation.refused', $1, $2, $3)`,
        [due.packageId, JSON.stringify({ delivery: due.id, kind: due.kind, source: due.source, said }), at],
      );
    if (row.again) await client.query('SELECT eli4u.await_preservation($1, $2)', [due.kind, due.source]);
    return { keep: true, value: undefined };
  });
}

import type pg from 'pg';
import type { Keeper } from '#lib/store/keeping/actor.ts';
import { audit } from '#lib/store/keeping/audit.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';

/** Ends a permit at once; false where there is none of this request that could be revoked. */
export async function revokePermit(
  pool: pg.Pool,
  { id, procedure, reason }: { id: string; procedure: string; reason: string },
  keeper: Keeper,
): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ agent: string; record: string }>(
      `UPDATE eli4u.reading_permit SET revoked_at = $3, revoked_by = $4, revoked_reason = $5
        WHERE id = $1 AND procedure_id = $2 AND revoked_at IS NULL RETURNING agent_id AS agent, record_id AS record`,
      [id, procedure, keeper.now, keeper.by, reason],
    );
    const [revoked] = rows;
    if (!revoked) return { keep: false, value: false };
    await audit(client, keeper, 'reading.revoked', procedure, {
      reader: revoked.agent,
      record: revoked.record,
      reason,
    });
    return { keep: true, value: true };
  });
}

import type pg from 'pg';
import type { Day } from '#lib/procedures/day.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import type { Keeper } from './actor.ts';
import { audit } from './audit.ts';
import { recomputeRetention } from './recompute-retention.ts';
import { saveRetention } from './save-retention.ts';

/** What the archivist decides from the conservation plan where the type says nothing: for ever, or until a day. */
export type Selected = { disposition: 'keep' } | { disposition: 'destroy'; on: Day };

/** Selection by hand; no later fact moves it. Not of what runs, is historical already or is gone. */
export async function setRetention(
  pool: pg.Pool,
  record: string,
  selected: Selected,
  reason: string,
  keeper: Keeper,
): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const found = await client.query(
      `SELECT FROM eli4u.record WHERE id = $1 AND closed_on IS NOT NULL AND level = 'file' AND phase <> 'historical' AND deleted_at IS NULL FOR UPDATE`,
      [record],
    );
    if (!found.rowCount) return { keep: false, value: false };
    const on = selected.disposition === 'destroy' ? selected.on : null;
    await saveRetention(client, record, {
      how: 'byHand',
      rule: null,
      disposition: selected.disposition,
      from: null,
      on,
      reason,
      by: keeper.by,
      at: keeper.now,
    });
    if (selected.disposition === 'keep')
      await client.query(
        `UPDATE eli4u.disposal_item SET state = 'held', reason = 'da conservare' WHERE record_id = $1 AND state IN ('proposed', 'granted')`,
        [record],
      );
    await audit(client, keeper, 'retention.set', record, { ...selected, reason });
    return { keep: true, value: true };
  });
}

export type SourceFact = { fact: 'decisionExpiry' | 'relationEnd'; on: Day } | { fact: 'mainCaseClosed'; main: string };

/** A day from which the years may run becomes known, or another: what was reckoned by it is reckoned anew. */
export async function setRetentionFact(
  pool: pg.Pool,
  record: string,
  source: SourceFact,
  keeper: Keeper,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const [on, main] = source.fact === 'mainCaseClosed' ? [null, source.main] : [source.on, null];
    await client.query(
      `INSERT INTO eli4u.retention_fact (record_id, fact, on_day, main_id, said_by, said_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (record_id, fact) DO UPDATE SET on_day = excluded.on_day, main_id = excluded.main_id, said_by = excluded.said_by, said_at = excluded.said_at`,
      [record, source.fact, on, main, keeper.by, keeper.now],
    );
    await recomputeRetention(client, record, keeper.by, keeper.now);
    await audit(client, keeper, 'retention.fact', record, source);
    return { keep: true, value: undefined };
  });
}

import type pg from 'pg';
import type { Day } from '#lib/procedures/day.ts';
import { fascicoloNamed } from '#lib/store/fascicoli/fascicolo-named.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import type { Keeper } from './actor.ts';
import { audit } from './audit.ts';
import { recomputeRetention } from './recompute-retention.ts';
import { saveRetention } from './save-retention.ts';

/** What the archivist decides from the conservation plan where the type says nothing: for ever, or until a day. */
export type Selected = { disposition: 'keep' } | { disposition: 'destroy'; on: Day };

/** `tooEarly`: before the fascicolo was closed, or opened; `notKept`: it runs, is historical already, is gone, or is a part of another. */
type Refusal = 'notKept' | 'tooEarly';

interface KeptRow {
  openedOn: Day | null;
  closedOn: Day;
}

async function holdKept(client: pg.ClientBase, record: string): Promise<KeptRow | null> {
  const { rows } = await client.query<KeptRow>(
    `SELECT opened_on AS "openedOn", closed_on AS "closedOn" FROM eli4u.record r
      WHERE id = $1 AND closed_on IS NOT NULL AND level = 'file' AND phase <> 'historical' AND deleted_at IS NULL
        AND NOT EXISTS (SELECT FROM eli4u.fascicolo f WHERE f.record_id = r.id AND f.sub_of IS NOT NULL) FOR UPDATE`,
    [record],
  );
  return rows[0] ?? null;
}

/** Selection by hand; no later fact moves it. */
export async function setRetention(
  pool: pg.Pool,
  record: string,
  selected: Selected,
  reason: string,
  keeper: Keeper,
): Promise<'done' | Refusal> {
  return inTransaction<'done' | Refusal>(pool, async (client) => {
    const kept = record.includes('\0') ? null : await holdKept(client, record);
    if (!kept) return { keep: false, value: 'notKept' };
    if (selected.disposition === 'destroy' && selected.on < kept.closedOn) return { keep: false, value: 'tooEarly' };
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
    return { keep: true, value: 'done' };
  });
}

/** `main` is named by its reference code or its id. */
export type SourceFact = { fact: 'decisionExpiry' | 'relationEnd'; on: Day } | { fact: 'mainCaseClosed'; main: string };

/** A day from which the years may run becomes known, or another: what was reckoned by it is reckoned anew. */
export async function setRetentionFact(
  pool: pg.Pool,
  record: string,
  source: SourceFact,
  keeper: Keeper,
): Promise<'done' | 'unknownMain' | Refusal> {
  if (`${record}${source.fact === 'mainCaseClosed' ? source.main : ''}`.includes('\0')) return 'notKept';
  return inTransaction<'done' | 'unknownMain' | Refusal>(pool, async (client) => {
    const kept = await holdKept(client, record);
    if (!kept) return { keep: false, value: 'notKept' };
    const on = source.fact === 'mainCaseClosed' ? null : source.on;
    if (on !== null && kept.openedOn !== null && on < kept.openedOn) return { keep: false, value: 'tooEarly' };
    const main = source.fact === 'mainCaseClosed' ? await fascicoloNamed(client, source.main) : null;
    if (source.fact === 'mainCaseClosed' && (main === null || main === record))
      return { keep: false, value: 'unknownMain' };
    await client.query(
      `INSERT INTO eli4u.retention_fact (record_id, fact, on_day, main_id, said_by, said_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (record_id, fact) DO UPDATE SET on_day = excluded.on_day, main_id = excluded.main_id, said_by = excluded.said_by, said_at = excluded.said_at`,
      [record, source.fact, on, main, keeper.by, keeper.now],
    );
    await recomputeRetention(client, record, keeper.by, keeper.now);
    await audit(client, keeper, 'retention.fact', record, { fact: source.fact, on, main });
    return { keep: true, value: 'done' };
  });
}

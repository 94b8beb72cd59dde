import type pg from 'pg';
import { matchUnits } from './match-units.ts';
import { placeAmongSiblings, settleIds } from './place-units.ts';

export interface SourceMerge {
  sourceId: number;
  repositoryId: string;
  /** The record the source's archdesc is, when the store holds it (a tombstone counts). */
  rootId: string | null;
  /** Another source's record below which this one hangs (ICAR: superior record), else null. */
  attach: { id: string; rootId: string; depth: number } | null;
  /** Quarantined units: what existed of them, and below them, stays. */
  keep: { componentKeys: readonly string[]; parentOrdinals: readonly number[] };
}

export interface MergeCounts {
  created: number;
  changed: number;
  unchanged: number;
  moved: number;
  deleted: number;
}

/**
 * Compares the staged source with the store and says what differs, touching nothing but the staging table. The preview (`--dry-run`) ends here.
 * `settled`: every unit was settled while it was read.
 */
export async function compareSource(client: pg.ClientBase, merge: SourceMerge, settled: boolean): Promise<MergeCounts> {
  if (merge.rootId === null) {
    if (merge.attach) await client.query('UPDATE staged_unit SET parent_id = $1 WHERE ordinal = 0', [merge.attach.id]);
  } else if (!settled) {
    await matchUnits(client, merge.sourceId, merge.rootId);
    await settleIds(client, merge.attach?.id ?? null);
    await placeAmongSiblings(client);
    await settleOutcomes(client);
  }
  await findMissing(client, merge);
  const { rows } = await client.query<{ outcome: keyof MergeCounts; n: string | number }>(
    `SELECT outcome, count(*) AS n FROM staged_unit GROUP BY 1 UNION ALL SELECT 'deleted', count(*) FROM missing_record`,
  );
  const counts: MergeCounts = { created: 0, changed: 0, unchanged: 0, moved: 0, deleted: 0 };
  for (const row of rows) counts[row.outcome] = Number(row.n);
  return counts;
}

/** created, moved, changed or unchanged; moved wins over changed (design §4). */
async function settleOutcomes(client: pg.ClientBase): Promise<void> {
  await client.query(
    `UPDATE staged_unit s SET outcome = CASE
         WHEN r.id IS NULL THEN 'created'
         WHEN r.deleted_at IS NOT NULL THEN 'created'
         WHEN s.outcome = 'moved' THEN 'moved'
         WHEN r.content_hash IS DISTINCT FROM s.content_hash OR r.closed_until IS DISTINCT FROM s.closed_until
           OR r.visibility IS DISTINCT FROM s.visibility AND NOT EXISTS (SELECT FROM eli4u.restriction a WHERE a.record_id = r.id)
           THEN 'changed'
         ELSE 'unchanged' END
       FROM staged_unit u LEFT JOIN eli4u.record r ON u.existing AND r.id = u.record_id WHERE u.ordinal = s.ordinal AND NOT s.settled`,
  );
}

/** What the store holds of this source and the file no longer has: tombstones to be, save for what a quarantined unit keeps alive. */
async function findMissing(client: pg.ClientBase, merge: SourceMerge): Promise<void> {
  await client.query(`DROP TABLE IF EXISTS missing_record`);
  await client.query(
    `CREATE TEMP TABLE missing_record ON COMMIT DROP AS
     SELECT r.id, r.parent_id FROM eli4u.record r
      WHERE r.source_id = $1 AND r.deleted_at IS NULL AND $2::boolean
        AND NOT EXISTS (SELECT FROM staged_unit s WHERE s.record_id = r.id)`,
    [merge.sourceId, merge.rootId !== null],
  );
  if (merge.keep.componentKeys.length === 0 && merge.keep.parentOrdinals.length === 0) return;
  await client.query(
    `WITH RECURSIVE kept AS (
       SELECT m.id FROM missing_record m JOIN eli4u.record r USING (id)
        WHERE r.component_key = ANY($1)
           OR r.parent_id IN (SELECT record_id FROM staged_unit WHERE ordinal = ANY($2::integer[])) AND r.component_key IS NULL
       UNION
       SELECT r.id FROM kept JOIN eli4u.record r ON r.parent_id = kept.id)
     DELETE FROM missing_record WHERE id IN (SELECT id FROM kept)`,
    [merge.keep.componentKeys, merge.keep.parentOrdinals],
  );
}

import type pg from 'pg';
import { consultableFrom, decideVisibility } from '#lib/access/visibility.ts';
import { matchUnits } from './match-units.ts';
import { placeAmongSiblings, placeNew, settleIds } from './place-units.ts';

export interface SourceMerge {
  sourceId: number;
  repositoryId: string;
  /** The record the source's archdesc is, when the store holds it (a tombstone counts). */
  rootId: string | null;
  /** Another source's record below which this one hangs (ICAR: superior record), else null. */
  attach: { id: string; rootId: string; depth: number } | null;
  /** Quarantined units: what existed of them, and below them, stays. */
  keep: { componentKeys: readonly string[]; parentOrdinals: readonly number[] };
  /** ISO date by which visibility is decided. */
  today: string;
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
 */
export async function compareSource(client: pg.ClientBase, merge: SourceMerge): Promise<MergeCounts> {
  await inheritClosure(client);
  if (merge.rootId !== null) await matchUnits(client, merge.sourceId, merge.rootId);
  await settleIds(client, merge.attach?.id ?? null);
  if (merge.rootId === null) await placeNew(client);
  else await placeAmongSiblings(client);
  await settleVisibility(client, merge.today);
  await settleOutcomes(client);
  await findMissing(client, merge);
  const { rows } = await client.query<{ outcome: keyof MergeCounts; n: string | number }>(
    `SELECT outcome, count(*) AS n FROM staged_unit GROUP BY 1 UNION ALL SELECT 'deleted', count(*) FROM missing_record`,
  );
  const counts: MergeCounts = { created: 0, changed: 0, unchanged: 0, moved: 0, deleted: 0 };
  for (const row of rows) counts[row.outcome] = Number(row.n);
  return counts;
}

/** A closed unit closes what lies below it, unless that is closed for longer. */
async function inheritClosure(client: pg.ClientBase): Promise<void> {
  await client.query(`UPDATE staged_unit SET closed_here = closed, closed_until_here = closed_until WHERE closed`);
  const { rows } = await client.query<{ depth: number | null; deepest: number }>(
    `SELECT min(p.depth) AS depth, (SELECT max(depth) FROM staged_unit) AS deepest FROM staged_unit p
      WHERE p.closed AND EXISTS (SELECT FROM staged_unit c WHERE c.parent_ordinal = p.ordinal)`,
  );
  const first = rows[0];
  if (!first || first.depth === null) return;
  for (let depth = first.depth + 1; depth <= first.deepest; depth++) {
    const spread = await client.query(
      `UPDATE staged_unit c SET closed = true,
              closed_until = CASE WHEN p.closed_until IS NULL OR (c.closed AND c.closed_until IS NULL) THEN NULL
                                  ELSE greatest(p.closed_until, c.closed_until) END
         FROM staged_unit p WHERE c.depth = $1 AND p.ordinal = c.parent_ordinal AND p.closed`,
      [depth],
    );
    if (spread.rowCount === 0) return;
  }
}

/** Asks lib/access once for each combination of facts that occurs. */
async function settleVisibility(client: pg.ClientBase, today: string): Promise<void> {
  const { rows } = await client.query<{ internal: boolean; closed: boolean; closed_until: string | null }>(
    `SELECT DISTINCT internal, closed, to_char(closed_until, 'YYYY-MM-DD') AS closed_until FROM staged_unit`,
  );
  for (const row of rows) {
    const facts = {
      phase: 'historical' as const,
      sensitivity: 'none' as const,
      internal: row.internal,
      closed: row.closed ? { until: row.closed_until } : null,
      lastDate: null,
    };
    await client.query(
      `UPDATE staged_unit SET visibility = $1, consultable_from = $2
        WHERE internal = $3 AND closed = $4 AND closed_until IS NOT DISTINCT FROM $5::date`,
      [decideVisibility(facts, today), consultableFrom(facts), row.internal, row.closed, row.closed_until],
    );
  }
}

/** created, moved, changed or unchanged; moved wins over changed (design §4). */
async function settleOutcomes(client: pg.ClientBase): Promise<void> {
  await client.query(`UPDATE staged_unit SET outcome = 'created' WHERE NOT existing`);
  await client.query(
    `UPDATE staged_unit s SET outcome = CASE
         WHEN r.deleted_at IS NOT NULL THEN 'created'
         WHEN s.outcome = 'moved' THEN 'moved'
         WHEN r.content_hash IS DISTINCT FROM s.content_hash OR r.visibility IS DISTINCT FROM s.visibility
           OR r.closed_until IS DISTINCT FROM s.closed_until THEN 'changed'
         ELSE 'unchanged' END
       FROM eli4u.record r WHERE s.existing AND r.id = s.record_id`,
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

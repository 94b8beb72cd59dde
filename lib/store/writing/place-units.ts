import type pg from 'pg';
import { orderSiblings, positionGap } from '#lib/records/sibling-order.ts';
import { copyLine, copyRows } from './copy-rows.ts';

/**
 * Gives new units their ids, every unit its parent, and known ones the place they have. `attach` is the parent of the root, when the source
 * hangs below another one's record. Units whose parent is another than before have moved.
 */
export async function settleIds(client: pg.ClientBase, attach: string | null): Promise<void> {
  await client.query(`UPDATE staged_unit SET record_id = candidate_id WHERE record_id IS NULL`);
  await client.query(
    `UPDATE staged_unit s SET parent_id = u.parent_id, position = u.position, outcome = u.outcome
       FROM (SELECT c.ordinal, coalesce(p.record_id, $1) AS parent_id, r.position,
                    CASE WHEN r.parent_id IS DISTINCT FROM coalesce(p.record_id, $1) AND c.existing THEN 'moved' END AS outcome
               FROM staged_unit c LEFT JOIN staged_unit p ON p.ordinal = c.parent_ordinal
               LEFT JOIN eli4u.record r ON c.existing AND r.id = c.record_id) u
      WHERE u.ordinal = s.ordinal AND NOT s.settled`,
    [attach],
  );
}

/**
 * Positions of a source that comes again: known siblings keep theirs, newcomers go between them. Only parents whose children changed in
 * number or order are read, one at a time. Units that changed parent or left their place get outcome `moved`.
 */
export async function placeAmongSiblings(client: pg.ClientBase): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE unsettled_parent ON COMMIT DROP AS
     SELECT DISTINCT parent_ordinal FROM (
       SELECT parent_ordinal, position, outcome, existing, lag(position) OVER (PARTITION BY parent_ordinal ORDER BY ordinal) AS before
         FROM staged_unit WHERE parent_ordinal IS NOT NULL) t
      WHERE NOT existing OR outcome = 'moved' OR before >= position`,
  );
  await client.query(
    `CREATE TEMP TABLE settled_position (ordinal integer, position bigint, moved boolean) ON COMMIT DROP`,
  );
  const { rows } = await client.query<{ parent_ordinal: number }>(
    'SELECT parent_ordinal FROM unsettled_parent ORDER BY 1',
  );
  let batch: string[] = [];
  for (const { parent_ordinal } of rows) {
    batch.push(...(await placeChildren(client, parent_ordinal)));
    if (batch.length > 10_000) {
      await copyRows(client, 'settled_position', batch);
      batch = [];
    }
  }
  await copyRows(client, 'settled_position', batch);
  await client.query(
    `UPDATE staged_unit s SET position = t.position, outcome = CASE WHEN t.moved AND s.existing THEN 'moved' ELSE s.outcome END
       FROM settled_position t WHERE t.ordinal = s.ordinal`,
  );
  await client.query(`UPDATE staged_unit SET position = $1 WHERE position IS NULL`, [positionGap]);
  await client.query(`DROP TABLE unsettled_parent, settled_position`);
}

async function placeChildren(client: pg.ClientBase, parentOrdinal: number): Promise<string[]> {
  const { rows } = await client.query<{ ordinal: number; position: string | number | null }>(
    `SELECT ordinal, CASE WHEN existing AND outcome IS DISTINCT FROM 'moved' THEN position END AS position
       FROM staged_unit WHERE parent_ordinal = $1 ORDER BY ordinal`,
    [parentOrdinal],
  );
  const { positions, moved } = orderSiblings(rows.map((row) => (row.position === null ? null : Number(row.position))));
  return rows.map((row, i) => copyLine([row.ordinal, positions[i] ?? 0, moved[i] ?? false]));
}

import type pg from 'pg';

/**
 * Finds the record each staged unit already is (design §3, Identity): by component id; without one by unique reference code under the
 * same parent, then by unique (title, dates, level) there, then by unique content in the source; twins that nothing tells apart
 * keep their order. What is left is new. Sets `record_id` and `existing`.
 */
export async function matchUnits(client: pg.ClientBase, sourceId: number, rootId: string): Promise<void> {
  await client.query(`UPDATE staged_unit SET record_id = $1, existing = true WHERE ordinal = 0 AND NOT settled`, [
    rootId,
  ]);
  await client.query(
    `UPDATE staged_unit s SET record_id = r.id, existing = true
       FROM eli4u.record r
      WHERE r.source_id = $1 AND r.component_key = s.component_key AND s.record_id IS NULL AND r.id <> $2`,
    [sourceId, rootId],
  );
  const left = await client.query(`SELECT FROM staged_unit WHERE record_id IS NULL LIMIT 1`);
  if (left.rowCount === 0) return;
  const free = await client.query(
    `CREATE TEMP TABLE free_record ON COMMIT DROP AS
     SELECT id, parent_id, position, component_key, reference_code AS code, content_hash,
            md5(title || E'\\x01' || coalesce(date_display, '') || E'\\x01' || level) AS likeness
       FROM eli4u.record r
      WHERE source_id = $1 AND deleted_at IS NULL AND NOT EXISTS (SELECT FROM staged_unit s WHERE s.record_id = r.id)`,
    [sourceId],
  );
  if (free.rowCount !== 0) await matchByDepth(client);
  await client.query('DROP TABLE free_record');
}

async function matchByDepth(client: pg.ClientBase): Promise<void> {
  await client.query(`CREATE INDEX ON free_record (parent_id); ANALYZE free_record`);
  const { rows } = await client.query<{ depth: number }>(
    `SELECT DISTINCT depth FROM staged_unit WHERE record_id IS NULL ORDER BY depth`,
  );
  for (const { depth } of rows) {
    await matchUnique(client, depth, 'code', 'reference_code');
    await matchUnique(client, depth, 'likeness', likeness);
    await matchContentInSource(client, depth);
    await matchTwins(client, depth);
    await matchUnique(client, depth, 'likeness', likeness);
  }
}

const likeness = `md5(u.title || E'\\x01' || coalesce(u.date_display, '') || E'\\x01' || u.level)`;

/** Under one parent, by a key that is unique among what is still unmatched on both sides. */
async function matchUnique(client: pg.ClientBase, depth: number, freeKey: string, stagedKey: string): Promise<void> {
  await take(
    client,
    `SELECT s.ordinal, f.id FROM (
       SELECT p.record_id AS parent, ${stagedKey.includes('(') ? stagedKey : `u.${stagedKey}`} AS key,
              min(u.ordinal) AS ordinal, bool_or(u.component_key IS NOT NULL) AS keyed
         FROM staged_unit u JOIN staged_unit p ON p.ordinal = u.parent_ordinal
        WHERE u.depth = $1 AND u.record_id IS NULL AND p.existing
        GROUP BY 1, 2 HAVING count(*) = 1) s
     JOIN (
       SELECT parent_id, ${freeKey} AS key, min(id) AS id, bool_or(component_key IS NOT NULL) AS keyed
         FROM free_record GROUP BY 1, 2 HAVING count(*) = 1) f
       ON f.parent_id = s.parent AND f.key = s.key AND NOT (f.keyed AND s.keyed)`,
    [depth],
  );
}

/** Anywhere in the source, by content that occurs once on both sides: a unit without id that moved. */
async function matchContentInSource(client: pg.ClientBase, depth: number): Promise<void> {
  await take(
    client,
    `SELECT s.ordinal, f.id FROM (
       SELECT content_hash, min(ordinal) AS ordinal, min(depth) AS depth, bool_or(component_key IS NOT NULL) AS keyed
         FROM staged_unit WHERE record_id IS NULL GROUP BY 1 HAVING count(*) = 1) s
     JOIN (
       SELECT content_hash, min(id) AS id, bool_or(component_key IS NOT NULL) AS keyed
         FROM free_record GROUP BY 1 HAVING count(*) = 1) f
       ON f.content_hash = s.content_hash AND s.depth = $1 AND NOT (f.keyed AND s.keyed)`,
    [depth],
  );
}

/** Same parent, same content, several of them: the first is the first. */
async function matchTwins(client: pg.ClientBase, depth: number): Promise<void> {
  await take(
    client,
    `SELECT s.ordinal, f.id FROM (
       SELECT p.record_id AS parent, u.content_hash, u.ordinal, row_number() OVER (PARTITION BY p.record_id, u.content_hash ORDER BY u.ordinal) AS n
         FROM staged_unit u JOIN staged_unit p ON p.ordinal = u.parent_ordinal
        WHERE u.depth = $1 AND u.record_id IS NULL AND u.component_key IS NULL AND p.existing) s
     JOIN (
       SELECT parent_id, content_hash, id, row_number() OVER (PARTITION BY parent_id, content_hash ORDER BY position, id) AS n
         FROM free_record WHERE component_key IS NULL) f
       ON f.parent_id = s.parent AND f.content_hash = s.content_hash AND f.n = s.n`,
    [depth],
  );
}

/** Settles the pairs a query gives: the unit is that record, and the record is no longer free. */
async function take(client: pg.ClientBase, pairs: string, values: unknown[]): Promise<void> {
  await client.query(
    `WITH pair AS MATERIALIZED (${pairs}),
          gone AS (DELETE FROM free_record f USING pair WHERE f.id = pair.id)
     UPDATE staged_unit s SET record_id = pair.id, existing = true FROM pair WHERE s.ordinal = pair.ordinal`,
    values,
  );
}

import type pg from 'pg';
import { recountChildrenOf } from './child-count.ts';
import type { SourceMerge } from './merge-source.ts';
import { mostSatellites } from './staged-unit.ts';

/**
 * Writes the compared source into the records: inserts, updates, tombstones, agents, digital objects, relations, child counts.
 * Leaves in the temporary table `touched_record (id)` every record whose search row has to be made again.
 */
export async function applySource(client: pg.ClientBase, merge: SourceMerge): Promise<{ rootId: string }> {
  const root = await client.query<{ record_id: string }>('SELECT record_id FROM staged_unit WHERE ordinal = 0');
  const rootId = root.rows[0]?.record_id;
  if (rootId === undefined) throw new Error('a source without archdesc cannot be applied');
  const treeRoot = merge.attach?.rootId ?? rootId;
  const baseDepth = merge.attach ? merge.attach.depth + 1 : 0;
  await rememberTouched(client, merge.rootId !== null);
  await rememberParents(client, merge.attach?.id ?? null);
  await insertNew(client, merge, treeRoot, baseDepth);
  if (merge.rootId !== null) await updateKnown(client, merge, treeRoot, baseDepth);
  await buryMissing(client);
  await replaceSatellites(client, merge.rootId !== null);
  await recountChildrenOf(client, 'SELECT id FROM recount_parent', []);
  await client.query(`UPDATE eli4u.source SET root_id = $2 WHERE id = $1`, [merge.sourceId, rootId]);
  return { rootId };
}

/** Changed units, and all below those whose inheritance or place changed. */
async function rememberTouched(client: pg.ClientBase, known: boolean): Promise<void> {
  await client.query(`DROP TABLE IF EXISTS touched_record`);
  await client.query(
    `CREATE TEMP TABLE touched_record ON COMMIT DROP AS
     SELECT record_id AS id FROM staged_unit WHERE outcome <> 'unchanged' UNION ALL SELECT id FROM missing_record`,
  );
  if (!known) return;
  const heirs = await client.query(
    `CREATE TEMP TABLE heir_record ON COMMIT DROP AS
     SELECT r.id FROM staged_unit s JOIN eli4u.record r ON r.id = s.record_id
      WHERE s.existing AND s.outcome <> 'unchanged' AND (s.outcome = 'moved' OR r.inherited_hash IS DISTINCT FROM s.inherited_hash)`,
  );
  // What is new below them or came from elsewhere is touched already: the tree as it was holds the rest.
  if (heirs.rowCount)
    await client.query(
      `WITH RECURSIVE below AS (
         SELECT id FROM heir_record UNION SELECT c.id FROM below b JOIN eli4u.record c ON c.parent_id = b.id AND c.deleted_at IS NULL)
       INSERT INTO touched_record SELECT id FROM below EXCEPT SELECT id FROM touched_record`,
    );
  await client.query('DROP TABLE heir_record');
}

/** Parents whose children may be others, or be shown otherwise, than before: said while the records are still as they were. */
async function rememberParents(client: pg.ClientBase, attachedTo: string | null): Promise<void> {
  await client.query('DROP TABLE IF EXISTS recount_parent');
  await client.query(
    `CREATE TEMP TABLE recount_parent ON COMMIT DROP AS
     SELECT parent_id AS id FROM staged_unit WHERE outcome IN ('created', 'moved') AND parent_id IS NOT NULL
     UNION SELECT r.parent_id FROM staged_unit s JOIN eli4u.record r ON r.id = s.record_id
            WHERE s.existing AND s.outcome IN ('changed', 'moved') AND r.parent_id IS NOT NULL
              AND (s.outcome = 'moved' OR (r.visibility = 'hidden') <> (s.visibility = 'hidden'))
     UNION SELECT parent_id FROM missing_record WHERE parent_id IS NOT NULL
     UNION SELECT record_id FROM staged_unit WHERE outcome IN ('created', 'moved')
     UNION SELECT $1::text WHERE $1 IS NOT NULL`,
    [attachedTo],
  );
}

async function insertNew(
  client: pg.ClientBase,
  merge: SourceMerge,
  treeRoot: string,
  baseDepth: number,
): Promise<void> {
  await client.query(
    `INSERT INTO eli4u.record (id, repository_id, source_id, component_key, parent_id, root_id, position, depth, level, level_label,
       unit_type, reference_code, former_codes, title, title_lang, date_display, date_start, date_end, date_certainty, description, internal,
       closed, closed_until, consultable_from, visibility, digital, content_hash, inherited_hash)
     SELECT s.record_id, $1, $2, s.component_key, s.parent_id, $3, s.position, s.depth + $4, s.level, c.level_label,
       c.unit_type, s.reference_code, c.former_codes, s.title, c.title_lang, s.date_display, c.date_start, c.date_end, c.date_certainty,
       c.description, c.internal, c.closed, s.closed_until, c.consultable_from, s.visibility, c.digital_objects <> '[]', s.content_hash,
       s.inherited_hash
       FROM staged_unit s JOIN staged_content c USING (ordinal)
      WHERE NOT s.existing ORDER BY s.ordinal`,
    [merge.repositoryId, merge.sourceId, treeRoot, baseDepth],
  );
}

async function updateKnown(
  client: pg.ClientBase,
  merge: SourceMerge,
  treeRoot: string,
  baseDepth: number,
): Promise<void> {
  // Word for word as held, but elsewhere or closed from above by what the file says last.
  await client.query(
    `UPDATE eli4u.record r SET repository_id = $1, component_key = s.component_key, parent_id = s.parent_id, root_id = $2, position = s.position,
       depth = s.depth + $3, inherited_hash = s.inherited_hash, visibility = s.visibility,
       closed = s.visibility = 'described', closed_until = s.closed_until,
       consultable_from = least(s.closed_until, '9999-12-30'::date) + 1
      FROM staged_unit s WHERE r.id = s.record_id AND s.existing AND s.outcome <> 'unchanged'
       AND NOT EXISTS (SELECT FROM staged_content c WHERE c.ordinal = s.ordinal)`,
    [merge.repositoryId, treeRoot, baseDepth],
  );
  await client.query(
    `UPDATE eli4u.record r SET repository_id = $1, component_key = s.component_key, parent_id = s.parent_id, root_id = $2, position = s.position,
       depth = s.depth + $3, level = s.level, level_label = c.level_label, unit_type = c.unit_type, reference_code = s.reference_code,
       former_codes = c.former_codes, title = s.title, title_lang = c.title_lang, date_display = s.date_display, date_start = c.date_start,
       date_end = c.date_end, date_certainty = c.date_certainty, description = c.description, internal = c.internal, closed = c.closed,
       closed_until = s.closed_until, consultable_from = c.consultable_from, visibility = s.visibility,
       digital = c.digital_objects <> '[]' OR EXISTS (SELECT FROM eli4u.image_set m WHERE m.record_id = r.id),
       content_hash = s.content_hash, inherited_hash = s.inherited_hash,
       changed_at = CASE WHEN r.content_hash IS DISTINCT FROM s.content_hash OR r.deleted_at IS NOT NULL THEN now() ELSE r.changed_at END,
       deleted_at = NULL
      FROM staged_unit s JOIN staged_content c USING (ordinal) WHERE r.id = s.record_id AND s.existing AND s.outcome <> 'unchanged'`,
    [merge.repositoryId, treeRoot, baseDepth],
  );
  // A key that came later, a place made by renumbering, a depth changed from above: not a change of the record.
  await client.query(
    `UPDATE eli4u.record r SET component_key = s.component_key, position = s.position, depth = s.depth + $1, inherited_hash = s.inherited_hash
      FROM staged_unit s WHERE r.id = s.record_id AND s.outcome = 'unchanged' AND NOT s.settled
       AND (r.component_key, r.position, r.depth::integer, r.inherited_hash) IS DISTINCT FROM
           (s.component_key, s.position, s.depth + $1, s.inherited_hash)`,
    [baseDepth],
  );
}

async function buryMissing(client: pg.ClientBase): Promise<void> {
  await client.query(
    `UPDATE eli4u.record r SET deleted_at = now(), changed_at = now(), child_count = 0
       FROM missing_record m WHERE r.id = m.id`,
  );
}

/** Agents, digital objects and relations of every unit that is new or changed. */
async function replaceSatellites(client: pg.ClientBase, known: boolean): Promise<void> {
  if (known) {
    for (const [table, key] of [
      ['record_agent', 'record_id'],
      ['record_relation', 'from_id'],
    ]) {
      await client.query(
        `DELETE FROM eli4u.${table} t USING staged_unit s JOIN staged_content c USING (ordinal) WHERE t.${key} = s.record_id AND s.existing AND s.outcome <> 'unchanged'`,
      );
    }
    await keepDigitalObjects(client);
  }
  await client.query(
    `INSERT INTO eli4u.record_agent (record_id, ordinal, agent_id, role, label, date_start, date_end, date_display, internal)
     SELECT s.record_id, a.n, a.value ->> 'agentId', a.value ->> 'role', a.value ->> 'label', (a.value #>> '{dates,start}')::date,
            (a.value #>> '{dates,end}')::date, a.value #>> '{dates,display}', coalesce((a.value ->> 'internal')::boolean, false)
       FROM staged_unit s JOIN staged_content c USING (ordinal), jsonb_array_elements(c.agents) WITH ORDINALITY a (value, n)
      WHERE s.outcome <> 'unchanged' AND c.agents <> '[]' AND a.n <= ${mostSatellites}`,
  );
  await client.query(
    `INSERT INTO eli4u.digital_object (id, record_id, position, href, label, role, media_type)
     SELECT o.value ->> 'id', s.record_id, o.n, o.value ->> 'href', o.value ->> 'label', o.value ->> 'role', o.value ->> 'mediaType'
       FROM staged_unit s JOIN staged_content c USING (ordinal), jsonb_array_elements(c.digital_objects) WITH ORDINALITY o (value, n)
      WHERE s.outcome <> 'unchanged' AND c.digital_objects <> '[]'
        AND NOT (s.existing AND EXISTS (SELECT FROM eli4u.digital_object d WHERE d.record_id = s.record_id AND d.href = o.value ->> 'href'))`,
  );
  await client.query(
    `INSERT INTO eli4u.record_relation (from_id, kind, ordinal, to_id, identifier, note)
     SELECT s.record_id, l.value ->> 'kind', l.n, NULL, l.value ->> 'identifier', l.value ->> 'note'
       FROM staged_unit s JOIN staged_content c USING (ordinal), jsonb_array_elements(c.relations) WITH ORDINALITY l (value, n)
      WHERE s.outcome <> 'unchanged' AND c.relations <> '[]' AND l.n <= ${mostSatellites}`,
  );
}

/** A digital object is its record and its address: while both stay, so does its id, which images and viewers are cited by. */
async function keepDigitalObjects(client: pg.ClientBase): Promise<void> {
  await client.query(
    `DELETE FROM eli4u.digital_object d USING staged_unit s JOIN staged_content c USING (ordinal)
      WHERE d.record_id = s.record_id AND s.existing AND s.outcome <> 'unchanged'
        AND NOT d.of_images AND NOT EXISTS (SELECT FROM jsonb_array_elements(c.digital_objects) o WHERE o ->> 'href' = d.href)`,
  );
  await client.query(
    `UPDATE eli4u.digital_object d SET position = o.n, label = o.value ->> 'label', role = o.value ->> 'role', media_type = o.value ->> 'mediaType'
       FROM staged_unit s JOIN staged_content c USING (ordinal), jsonb_array_elements(c.digital_objects) WITH ORDINALITY o (value, n)
      WHERE d.record_id = s.record_id AND NOT d.of_images AND d.href = o.value ->> 'href' AND s.existing AND s.outcome <> 'unchanged'`,
  );
}

import type pg from 'pg';
import { shown } from '#lib/store/shown.ts';
import { boundedKey } from './bounded-key.ts';
import { recountChildrenOf } from './child-count.ts';

export interface OpenSource {
  id: number;
  /** The record its archdesc became when it was last read; null the first time. */
  rootId: string | null;
  lastUpdate: string | null;
  fileHash: string | null;
}

export interface SourceFacts {
  repositoryId: string;
  key: string;
  format: string;
  title: string | null;
}

/** The source row of an identity (repository, key), made when new. */
export async function openSource(client: pg.ClientBase, facts: SourceFacts): Promise<OpenSource> {
  const { rows } = await client.query<{
    id: string | number;
    root_id: string | null;
    last_update: string | null;
    file_hash: string | null;
  }>(
    `INSERT INTO eli4u.source (repository_id, key, format, title) VALUES ($1, $2, $3, $4)
     ON CONFLICT (repository_id, key) DO UPDATE SET format = excluded.format, title = excluded.title
     RETURNING id, root_id, last_update, file_hash`,
    [facts.repositoryId, facts.key, facts.format, facts.title],
  );
  const row = rows[0];
  if (!row) throw new Error(`source ${facts.key} could not be opened`);
  return { id: Number(row.id), rootId: row.root_id, lastUpdate: row.last_update, fileHash: row.file_hash };
}

/** Notes what the source was last read from, and how much of it the public is shown. */
export async function closeSource(
  client: pg.ClientBase,
  id: number,
  read: { fileHash: string; mappingVersion: string; lastUpdate: string | null },
): Promise<void> {
  await client.query(
    `UPDATE eli4u.source SET file_hash = $2, mapping_version = $3, last_update = $4, ingested_at = now(),
       unit_count = (SELECT count(*) FROM eli4u.record r WHERE r.source_id = $1 AND ${shown('r')}) WHERE id = $1`,
    [id, read.fileHash, read.mappingVersion, read.lastUpdate],
  );
}

export interface SystemRecord {
  id: string;
  rootId: string;
  depth: number;
}

/** A live record by its identifier in the system it came from: ICAR ids are system-wide, so any source of the custodian may hold it. */
export async function findBySystemIdentifier(
  client: pg.ClientBase,
  repositoryId: string,
  identifier: string,
): Promise<SystemRecord | null> {
  const { rows } = await client.query<{ id: string; root_id: string; depth: number }>(
    `SELECT r.id, r.root_id, r.depth FROM eli4u.source s JOIN eli4u.record r ON r.id = s.root_id
      WHERE s.repository_id = $1 AND s.key = $2 AND r.deleted_at IS NULL
     UNION ALL
     SELECT r.id, r.root_id, r.depth FROM eli4u.source s JOIN eli4u.record r ON r.source_id = s.id
      WHERE s.repository_id = $1 AND r.component_key = $2 AND r.deleted_at IS NULL
     LIMIT 1`,
    [repositoryId, boundedKey(identifier)],
  );
  const row = rows[0];
  return row ? { id: row.id, rootId: row.root_id, depth: row.depth } : null;
}

/** Whether a record stands below another, or is it. */
export async function standsBelow(client: pg.ClientBase, id: string, aboveId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `WITH RECURSIVE up AS (
       SELECT id, parent_id FROM eli4u.record WHERE id = $1
       UNION SELECT r.id, r.parent_id FROM up JOIN eli4u.record r ON r.id = up.parent_id)
     SELECT FROM up WHERE id = $2`,
    [id, aboveId],
  );
  return rowCount === 1;
}

/** A record that a deletion means. */
export interface DoomedRecord {
  id: string;
  /** A tombstone already. */
  gone: boolean;
  /** The source that it is the root of, and the version held of it. */
  sourceId: number | null;
  lastUpdate: string | null;
}

/** The same without knowing the custodian, tombstones too: deletions name only the identifier. */
export async function findAnywhere(client: pg.ClientBase, identifier: string): Promise<DoomedRecord | null> {
  const { rows } = await client.query<{
    id: string;
    gone: boolean;
    source_id: string | number | null;
    last_update: string | null;
  }>(
    `SELECT r.id, r.deleted_at IS NOT NULL AS gone, s.id AS source_id, s.last_update
       FROM eli4u.source s JOIN eli4u.record r ON r.id = s.root_id WHERE s.key = $1
     UNION ALL
     SELECT r.id, r.deleted_at IS NOT NULL, NULL, s.last_update
       FROM eli4u.source s JOIN eli4u.record r ON r.source_id = s.id WHERE r.component_key = $1
     ORDER BY gone, source_id NULLS LAST LIMIT 1`,
    [boundedKey(identifier)],
  );
  const row = rows[0];
  if (!row) return null;
  const sourceId = row.source_id === null ? null : Number(row.source_id);
  return { id: row.id, gone: row.gone, sourceId, lastUpdate: row.last_update };
}

/** The same by its id. */
export async function findRoot(client: pg.ClientBase, id: string): Promise<Omit<DoomedRecord, 'lastUpdate'> | null> {
  const { rows } = await client.query<{ gone: boolean; source_id: string | number | null }>(
    `SELECT r.deleted_at IS NOT NULL AS gone, s.id AS source_id
       FROM eli4u.record r LEFT JOIN eli4u.source s ON s.root_id = r.id WHERE r.id = $1`,
    [id],
  );
  const row = rows[0];
  return row ? { id, gone: row.gone, sourceId: row.source_id === null ? null : Number(row.source_id) } : null;
}

/** A source whose root was deleted: its file brings it back when it is read again, unless it says that it is older than the deletion. */
export async function noteDeletion(client: pg.ClientBase, sourceId: number, lastUpdate: string | null): Promise<void> {
  await client.query(
    'UPDATE eli4u.source SET file_hash = NULL, last_update = coalesce($2, last_update) WHERE id = $1',
    [sourceId, lastUpdate],
  );
}

/** Tombstones a record, with all below it when asked; null when it has live children and `cascade` is off. */
export async function buryRecord(client: pg.ClientBase, id: string, cascade: boolean): Promise<number | null> {
  if (!cascade) {
    const children = await client.query(
      'SELECT FROM eli4u.record WHERE parent_id = $1 AND deleted_at IS NULL LIMIT 1',
      [id],
    );
    if (children.rowCount) return null;
  }
  await client.query(`DROP TABLE IF EXISTS touched_record`);
  await client.query(
    `CREATE TEMP TABLE touched_record ON COMMIT DROP AS
     WITH RECURSIVE below AS (
       SELECT $1::text AS id UNION ALL SELECT r.id FROM below b JOIN eli4u.record r ON r.parent_id = b.id AND r.deleted_at IS NULL)
     SELECT id FROM below`,
    [id],
  );
  const buried = await client.query(
    `UPDATE eli4u.record SET deleted_at = now(), changed_at = now(), child_count = 0
      WHERE id IN (SELECT id FROM touched_record) AND deleted_at IS NULL`,
  );
  await recountChildrenOf(client, 'SELECT parent_id AS id FROM eli4u.record WHERE id = $1', [id]);
  return buried.rowCount ?? 0;
}

import type pg from 'pg';
import { mayGoOut } from '#lib/records/object-address.ts';
import type { AgentKind, AgentRole } from '#lib/records/agent.ts';
import { lineColumns, lineOf, type LineRow } from './record-rows.ts';
import { shown, shownTie } from '#lib/store/shown.ts';
import type { AgentLink, DigitalObjectView, RelatedRecord, SiblingPlace } from '#lib/records/public-views.ts';

export interface AgentOfRecord {
  recordId: string;
  link: AgentLink;
}

interface AgentRow {
  record_id: string;
  id: string;
  name: string;
  kind: AgentKind;
  role: AgentRole;
  label: string | null;
  date_display: string | null;
}

/** Agents of a unit, and the creators of all that stand above it. */
export async function findAgentsOf(pool: pg.Pool, id: string, parentId: string | null): Promise<AgentOfRecord[]> {
  const { rows } = await pool.query<AgentRow>({
    name: 'reading-record-agents',
    text: `WITH RECURSIVE above AS (
        SELECT r.id, r.parent_id, 1 AS steps FROM eli4u.record r WHERE r.id = $2 AND ${shown('r')}
        UNION ALL
        SELECT p.id, p.parent_id, above.steps + 1 FROM above JOIN eli4u.record p ON p.id = above.parent_id
         WHERE above.steps < 64 AND ${shown('p')}
      ), wanted AS (SELECT $1::text AS id, true AS own UNION ALL SELECT above.id, false FROM above)
      SELECT ra.record_id, a.id, a.authorised_name AS name, a.kind, ra.role, ra.label, ra.date_display
        FROM wanted w JOIN eli4u.record_agent ra ON ra.record_id = w.id AND (w.own OR ra.role = 'creator') AND ${shownTie('ra')}
        JOIN eli4u.agent a ON a.id = ra.agent_id AND a.deleted_at IS NULL AND NOT a.internal
       ORDER BY ra.record_id, ra.ordinal`,
    values: [id, parentId],
  });
  return rows.map((row) => ({
    recordId: row.record_id,
    link: { id: row.id, name: row.name, kind: row.kind, role: row.role, label: row.label, dates: row.date_display },
  }));
}

const mostDigitalObjects = 200;

/** Digital objects of an open unit, in their order. */
export async function findDigitalObjects(pool: pg.Pool, id: string): Promise<DigitalObjectView[]> {
  const { rows } = await pool.query<DigitalObjectView>({
    name: 'reading-digital-objects',
    text: `SELECT id, href, label, role, media_type AS "mediaType", rights_uri AS "rightsUri", of_images AS "ofImages"
        FROM eli4u.digital_object WHERE record_id = $1 ORDER BY of_images, position LIMIT ${mostDigitalObjects}`,
    values: [id],
  });
  return rows.filter(({ href }) => mayGoOut(href));
}

/** Units that this one names, and those that name it; a side the public may not see is left out. */
export async function findRelated(pool: pg.Pool, id: string): Promise<RelatedRecord[]> {
  const { rows } = await pool.query<
    LineRow & { kind: string; direction: 'to' | 'from'; note: string | null; known: boolean }
  >({
    name: 'reading-related',
    text: `SELECT x.kind, x.direction, x.note, ${lineColumns('r')}
        FROM (SELECT kind, ordinal, 'to' AS direction, note, to_id AS other FROM eli4u.record_relation WHERE from_id = $1
              UNION ALL SELECT kind, ordinal, 'from', NULL, from_id FROM eli4u.record_relation WHERE to_id = $1) x
        LEFT JOIN eli4u.record r ON r.id = x.other AND ${shown('r')}
       WHERE r.id IS NOT NULL OR (x.other IS NULL AND x.note IS NOT NULL)
       ORDER BY x.direction DESC, x.kind, x.ordinal LIMIT 100`,
    values: [id],
  });
  return rows.map((row) => ({
    kind: row.kind,
    direction: row.direction,
    note: row.note,
    record: row.id ? lineOf(row) : null,
  }));
}

interface PlaceRow {
  before: number;
  total: number;
  previous_id: string | null;
  previous_title: string | null;
  next_id: string | null;
  next_title: string | null;
}

/** Which of how many siblings a unit is, and its neighbours. */
export async function findPlace(
  pool: pg.Pool,
  unit: { id: string; parentId: string; position: number },
): Promise<SiblingPlace> {
  const { rows } = await pool.query<PlaceRow>({
    name: 'reading-place',
    text: `SELECT c.before, c.total, p.id AS previous_id, p.title AS previous_title, n.id AS next_id, n.title AS next_title
        FROM (SELECT count(*) FILTER (WHERE (s.position, s.id) < ($2::bigint, $3::text)) AS before, count(*) AS total
                FROM eli4u.record s WHERE s.parent_id = $1 AND ${shown('s')}) c
        LEFT JOIN LATERAL (SELECT s.id, s.title FROM eli4u.record s WHERE s.parent_id = $1 AND ${shown('s')}
                AND (s.position, s.id) < ($2, $3) ORDER BY s.position DESC, s.id DESC LIMIT 1) p ON true
        LEFT JOIN LATERAL (SELECT s.id, s.title FROM eli4u.record s WHERE s.parent_id = $1 AND ${shown('s')}
                AND (s.position, s.id) > ($2, $3) ORDER BY s.position, s.id LIMIT 1) n ON true`,
    values: [unit.parentId, unit.position, unit.id],
  });
  const row = rows[0];
  if (!row) return { index: 1, total: 1, previous: null, next: null };
  const side = (id: string | null, title: string | null) => (id === null ? null : { id, title: title ?? '' });
  return {
    index: row.before + 1,
    total: row.total,
    previous: side(row.previous_id, row.previous_title),
    next: side(row.next_id, row.next_title),
  };
}

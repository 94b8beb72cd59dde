import type pg from 'pg';
import type { AgentKind, AgentRelationKind } from '#lib/records/agent.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { readPublicAgentDescription } from './description-edge.ts';
import { lineColumns, lineOf, type LineRow } from './record-rows.ts';
import { shown, shownAgent } from '#lib/store/shown.ts';
import type { AgentRelationLine, AgentView, Lookup } from '#lib/records/public-views.ts';

interface AgentRow {
  id: string;
  kind: AgentKind;
  authorised_name: string;
  date_display: string | null;
  date_start: string | null;
  date_end: string | null;
  description: unknown;
  stub: boolean;
  changed_at: string;
  deleted_at: string | null;
  identifiers: string[];
}

const mostCreated = 50;
const mostRelations = 100;

/** An agent for its page; internal and unknown give null. */
export async function findAgent(pool: pg.Pool, id: string): Promise<Lookup<AgentView>> {
  if (!isIdentifier(id)) return null;
  const { rows } = await pool.query<AgentRow>({
    name: 'reading-agent',
    text: `SELECT a.*, ARRAY(SELECT value FROM eli4u.agent_identifier i WHERE i.agent_id = a.id ORDER BY value) AS identifiers
      FROM eli4u.agent a WHERE a.id = $1 AND ${shownAgent('a')}`,
    values: [id],
  });
  const row = rows[0];
  if (!row) return null;
  if (row.deleted_at) return { state: 'gone', deletedAt: row.deleted_at };
  const [relations, created] = await Promise.all([findRelations(pool, id), findCreated(pool, id)]);
  return {
    state: 'found',
    value: {
      id: row.id,
      kind: row.kind,
      name: row.authorised_name,
      dates: { display: row.date_display, start: row.date_start, end: row.date_end, certainty: 'certain' },
      description: readPublicAgentDescription(row.description),
      stub: row.stub,
      changedAt: row.changed_at,
      identifiers: row.identifiers,
      relations,
      created,
    },
  };
}

interface RelationRow {
  id: string;
  name: string;
  agent_kind: AgentKind;
  kind: AgentRelationKind;
  direction: 'to' | 'from';
  date_display: string | null;
  note: string | null;
  label: string | null;
}

/** Relations as told from both sides; told twice, the one from this side counts. */
async function findRelations(pool: pg.Pool, id: string): Promise<AgentRelationLine[]> {
  const { rows } = await pool.query<RelationRow>({
    name: 'reading-agent-relations',
    text: `SELECT DISTINCT ON (x.kind, a.authorised_name, a.id) a.id, a.authorised_name AS name, a.kind AS agent_kind, x.kind, x.direction,
          a.date_display, x.note, x.label
        FROM (SELECT kind, to_id AS other, 'to' AS direction, note, label, ordinal FROM eli4u.agent_relation WHERE from_id = $1
              UNION ALL SELECT kind, from_id, 'from', note, label, ordinal FROM eli4u.agent_relation WHERE to_id = $1) x
        JOIN eli4u.agent a ON a.id = x.other AND a.deleted_at IS NULL AND NOT a.internal
       ORDER BY x.kind, a.authorised_name, a.id, x.direction DESC LIMIT ${mostRelations}`,
    values: [id],
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    agentKind: row.agent_kind,
    kind: row.kind,
    direction: row.direction,
    dates: row.date_display,
    note: row.note,
    label: row.label,
  }));
}

/** Holdings the agent created, highest levels first. */
async function findCreated(pool: pg.Pool, id: string): Promise<AgentView['created']> {
  const { rows } = await pool.query<LineRow & { institution: string; total: number }>({
    name: 'reading-agent-created',
    text: `SELECT ${lineColumns('r')}, i.name AS institution, count(*) OVER () AS total
        FROM (SELECT DISTINCT record_id FROM eli4u.record_agent WHERE agent_id = $1 AND role = 'creator' AND NOT internal) x
        JOIN eli4u.record r ON r.id = x.record_id AND ${shown('r')} JOIN eli4u.institution i ON i.id = r.repository_id
       ORDER BY r.depth, r.title, r.id LIMIT ${mostCreated}`,
    values: [id],
  });
  return { items: rows.map((row) => ({ ...lineOf(row), institution: row.institution })), total: rows[0]?.total ?? 0 };
}

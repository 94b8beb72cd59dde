import type { AgentKind } from '#lib/records/agent.ts';
import type { HarvestAgent } from '#lib/records/harvest-views.ts';
import type { Level } from '#lib/records/level.ts';
import type { AgentRelationLine } from '#lib/records/public-views.ts';
import { readPublicAgentDescription } from '#lib/store/reading/description-edge.ts';
import { shown, shownAgent } from '#lib/store/shown.ts';
import { readable } from './readable.ts';
import type { Reader } from './reader.ts';

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
  identifiers: string[];
}

/** As many as the page of an agent tells of. */
const mostCreated = 50;
const mostRelations = 100;

/** Agents that are shown, by id. */
export async function readAgents(reader: Reader, ids: readonly string[]): Promise<Map<string, HarvestAgent>> {
  const { rows } = await reader.query<AgentRow>({
    name: 'harvest-agents',
    text: `SELECT a.id, a.kind, a.authorised_name, a.date_display, a.date_start, a.date_end, a.description, a.stub, a.changed_at,
        ARRAY(SELECT value FROM eli4u.agent_identifier i WHERE i.agent_id = a.id ORDER BY value) AS identifiers
      FROM eli4u.agent a WHERE a.id = ANY($1::text[]) AND a.deleted_at IS NULL AND ${shownAgent('a')}`,
    values: [ids],
  });
  if (rows.length === 0) return new Map();
  const found = rows.map((row) => row.id);
  const relations = await readRelations(reader, found);
  const created = await readCreated(reader, found);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        kind: row.kind,
        name: row.authorised_name,
        dates: { display: row.date_display, start: row.date_start, end: row.date_end, certainty: 'certain' },
        description: readable(`agent ${row.id}`, readPublicAgentDescription, row.description),
        stub: row.stub,
        changedAt: row.changed_at,
        identifiers: row.identifiers,
        relations: relations.get(row.id) ?? [],
        created: created.get(row.id) ?? [],
      },
    ]),
  );
}

/** Relations as told from both sides; told twice, the one from this side counts. */
async function readRelations(reader: Reader, ids: readonly string[]): Promise<Map<string, AgentRelationLine[]>> {
  const { rows } = await reader.query<{ of: string; lines: AgentRelationLine[] }>({
    name: 'harvest-agent-relations',
    text: `SELECT w.id AS of, jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'agentKind', x.agent_kind, 'kind', x.kind,
          'direction', x.direction, 'dates', x.date_display, 'note', x.note, 'label', x.label) ORDER BY x.kind, x.name, x.id) AS lines
        FROM unnest($1::text[]) w (id) CROSS JOIN LATERAL (
          SELECT DISTINCT ON (y.kind, a.authorised_name, a.id) a.id, a.authorised_name AS name, a.kind AS agent_kind, y.kind, y.direction,
                 a.date_display, y.note, y.label
            FROM (SELECT kind, to_id AS other, 'to' AS direction, note, label FROM eli4u.agent_relation WHERE from_id = w.id
                  UNION ALL SELECT kind, from_id, 'from', note, label FROM eli4u.agent_relation WHERE to_id = w.id) y
            JOIN eli4u.agent a ON a.id = y.other AND a.deleted_at IS NULL AND NOT a.internal
           ORDER BY y.kind, a.authorised_name, a.id, y.direction DESC LIMIT ${mostRelations}) x
       GROUP BY w.id`,
    values: [ids],
  });
  return new Map(rows.map(({ of, lines }) => [of, lines]));
}

/** What agents created, where it begins: a unit below one that the same agent created says nothing more. */
async function readCreated(reader: Reader, ids: readonly string[]): Promise<Map<string, HarvestAgent['created']>> {
  const { rows } = await reader.query<{
    of: string;
    id: string;
    title: string;
    level: Level;
    reference_code: string | null;
  }>({
    name: 'harvest-created',
    text: `SELECT w.id AS of, x.id, x.title, x.level, x.reference_code
        FROM unnest($1::text[]) w (id) CROSS JOIN LATERAL (
          SELECT r.id, r.title, r.level, r.reference_code, r.depth
            FROM (SELECT DISTINCT record_id FROM eli4u.record_agent WHERE agent_id = w.id AND role = 'creator' AND NOT internal) l
            JOIN eli4u.record r ON r.id = l.record_id AND ${shown('r')}
           WHERE NOT EXISTS (SELECT FROM eli4u.record_agent p
                              WHERE p.record_id = r.parent_id AND p.agent_id = w.id AND p.role = 'creator' AND NOT p.internal)
           ORDER BY r.depth, r.title, r.id LIMIT ${mostCreated}) x
       ORDER BY w.id, x.depth, x.title, x.id`,
    values: [ids],
  });
  const created = new Map<string, HarvestAgent['created']>();
  for (const { of, reference_code: referenceCode, ...unit } of rows) {
    const own = created.get(of) ?? [];
    own.push({ ...unit, referenceCode });
    created.set(of, own);
  }
  return created;
}

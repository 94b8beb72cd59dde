import type pg from 'pg';
import type { AgentRole } from '#lib/records/agent.ts';
import type { SearchContext, SearchSource } from '#lib/projections/search-document.ts';
import type { Scope } from './search.ts';

export interface SourceRow extends SearchSource {
  rootId: string;
  parentId: string | null;
}

/** What a unit hands down to those below it. */
interface Ancestor {
  id: string;
  parentId: string | null;
  isPublic: boolean;
  languages: string[];
  creators: AgentLink[];
}

interface AgentLink {
  recordId: string;
  id: string;
  name: string;
  role: AgentRole;
  internal: boolean;
}

/** Agents apart from their records: as a subquery of each record, before statistics exist, they took 40 of 64 µs a record (2026-11-23). */
async function readAgents(client: pg.ClientBase, ids: readonly string[]): Promise<Map<string, AgentLink[]>> {
  const { rows } = await client.query<AgentLink>({
    text: `SELECT l.record_id AS "recordId", a.id, a.authorised_name AS name, l.role, l.internal OR a.internal AS internal
      FROM eli4u.record_agent l JOIN eli4u.agent a ON a.id = l.agent_id
      WHERE l.record_id = ANY($1) AND a.deleted_at IS NULL ORDER BY l.record_id, l.ordinal`,
    values: [ids],
  });
  const agents = new Map<string, AgentLink[]>();
  for (const row of rows) {
    const known = agents.get(row.recordId);
    if (known) known.push(row);
    else agents.set(row.recordId, [row]);
  }
  return agents;
}

/** The live records among these ids, with their agents. */
export async function readSources(client: pg.ClientBase, ids: readonly string[]): Promise<SourceRow[]> {
  const agents = await readAgents(client, ids);
  const { rows } = await client.query<Omit<SourceRow, 'agents'>>({
    text: `SELECT r.id, r.root_id AS "rootId", r.parent_id AS "parentId", r.level, r.unit_type AS "unitType", r.reference_code AS "referenceCode",
        r.former_codes AS "formerCodes", r.title, r.object, r.date_start::text AS "dateStart", r.date_end::text AS "dateEnd", r.description,
        r.internal, r.visibility, r.digital
      FROM eli4u.record r WHERE r.id = ANY($1) AND r.deleted_at IS NULL`,
    values: [ids],
  });
  return rows.map((row) => ({ ...row, agents: agents.get(row.id) ?? [] }));
}

const ancestorsSql = `SELECT r.id, r.parent_id AS "parentId", NOT r.internal AND r.visibility <> 'hidden' AND r.deleted_at IS NULL AS "isPublic",
    coalesce(r.description->'languages', '[]') AS languages
  FROM eli4u.record r WHERE r.id = ANY($1)`;

/** Keeps what stands above the records of a run: whole fonds go by in tree order, so a few thousand units answer almost always. */
export class Ancestry {
  private readonly known = new Map<string, Ancestor>();

  constructor(
    private readonly client: pg.ClientBase,
    private readonly limit = 50_000,
  ) {}

  /** Makes sure that `contextOf` can answer for these records. */
  async learn(records: readonly SourceRow[]): Promise<void> {
    if (this.known.size > this.limit) this.known.clear();
    let missing = new Set<string>();
    for (const { parentId } of records) if (parentId !== null && !this.known.has(parentId)) missing.add(parentId);
    // a step up at a time: on tables that were just filled and have no statistics yet, a recursive query hashed them whole at each step
    for (let step = 0; missing.size > 0 && step < 100; step++) {
      const agents = await readAgents(this.client, [...missing]);
      const { rows } = await this.client.query<Omit<Ancestor, 'creators'>>({
        text: ancestorsSql,
        values: [[...missing]],
      });
      missing = new Set();
      for (const row of rows) {
        this.known.set(row.id, {
          ...row,
          creators: (agents.get(row.id) ?? []).filter(({ role }) => role === 'creator'),
        });
        if (row.parentId !== null && !this.known.has(row.parentId)) missing.add(row.parentId);
      }
    }
  }

  /** In public, units that are not shown hand nothing down and are no place to search within. */
  contextOf(record: SourceRow, scope: Scope): SearchContext {
    const context: SearchContext = {
      rootId: record.rootId,
      ancestorIds: [],
      inheritedCreators: [],
      inheritedLanguages: [],
    };
    const seen = new Set<string>();
    for (let id = record.parentId; id !== null && !seen.has(id);) {
      seen.add(id);
      const above = this.known.get(id);
      if (!above) break;
      if (scope === 'internal' || above.isPublic) {
        context.ancestorIds.unshift(above.id);
        for (const creator of above.creators)
          if (scope === 'internal' || !creator.internal) context.inheritedCreators.push(creator.id);
        if (context.inheritedLanguages.length === 0) context.inheritedLanguages = above.languages;
      }
      id = above.parentId;
    }
    if (scope === 'public') context.rootId = context.ancestorIds[0] ?? record.id;
    return context;
  }
}

import type pg from 'pg';
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
  creators: { id: string; internal: boolean }[];
}

const agentsOf = `coalesce((SELECT json_agg(json_build_object('id', a.id, 'name', a.authorised_name, 'role', l.role, 'internal', l.internal OR a.internal) ORDER BY l.ordinal)
  FROM eli4u.record_agent l JOIN eli4u.agent a ON a.id = l.agent_id WHERE l.record_id = r.id AND a.deleted_at IS NULL), '[]')`;

const ancestorsSql = `SELECT r.id, r.parent_id AS "parentId", NOT r.internal AND r.visibility <> 'hidden' AND r.deleted_at IS NULL AS "isPublic",
    coalesce(r.description->'languages', '[]') AS languages,
    coalesce((SELECT json_agg(json_build_object('id', a.id, 'internal', l.internal OR a.internal) ORDER BY l.ordinal)
      FROM eli4u.record_agent l JOIN eli4u.agent a ON a.id = l.agent_id
      WHERE l.record_id = r.id AND l.role = 'creator' AND a.deleted_at IS NULL), '[]') AS creators
  FROM eli4u.record r WHERE r.id = ANY($1)`;

/** The live records among these ids, with their agents. */
export async function readSources(client: pg.ClientBase, ids: readonly string[]): Promise<SourceRow[]> {
  const { rows } = await client.query<SourceRow>({
    text: `SELECT r.id, r.root_id AS "rootId", r.parent_id AS "parentId", r.level, r.unit_type AS "unitType", r.reference_code AS "referenceCode",
        r.former_codes AS "formerCodes", r.title, r.object, r.date_start::text AS "dateStart", r.date_end::text AS "dateEnd", r.description,
        r.internal, r.visibility, r.digital, ${agentsOf} AS agents
      FROM eli4u.record r WHERE r.id = ANY($1) AND r.deleted_at IS NULL`,
    values: [ids],
  });
  return rows;
}

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
      const { rows } = await this.client.query<Ancestor>({ text: ancestorsSql, values: [[...missing]] });
      missing = new Set();
      for (const row of rows) {
        this.known.set(row.id, row);
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

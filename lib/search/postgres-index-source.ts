import type pg from 'pg';
import type { AgentRole } from '#lib/records/agent.ts';
import type { SearchContext, SearchSource } from '#lib/projections/search-document.ts';
import type { Scope } from './search.ts';

export interface SourceRow extends SearchSource {
  rootId: string;
}

/** What a unit hands down to those below it, and what stands above it. */
export interface Ancestor {
  id: string;
  isPublic: boolean;
  languages: string[];
  creators: { id: string; internal: boolean }[];
  above: Ancestor | null;
}

/** A record with what stands above it: all that its search rows are made of. */
export interface Located {
  source: SourceRow;
  above: Ancestor | null;
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

/** A unit of 2,000 pages has some 60,000 words; those of its first pages are searched in the main search, all of them within it. */
const mostPageWords = 20_000;

/** Words of pages, apart from their records: most have none. */
async function readPageWords(client: pg.ClientBase, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ id: string }>({
    text: `SELECT DISTINCT record_id AS id FROM eli4u.page_text WHERE record_id = ANY($1)`,
    values: [ids],
  });
  const words = new Map<string, string[]>();
  for (const { id } of rows) words.set(id, await pageWordsOf(client, id));
  return words;
}

async function pageWordsOf(client: pg.ClientBase, id: string): Promise<string[]> {
  const words = new Set<string>();
  for (let page = 0; words.size < mostPageWords;) {
    const { rows } = await client.query<{ page: number; words: string[] }>({
      text: `SELECT m.page, t.words FROM eli4u.page_text t JOIN eli4u.image m ON m.id = t.image_id
        WHERE t.record_id = $1 AND m.page > $2 ORDER BY m.page LIMIT 200`,
      values: [id, page],
    });
    for (const row of rows) for (const word of row.words) words.add(word);
    const last = rows.at(-1);
    if (last === undefined) break;
    page = last.page;
  }
  return [...words].slice(0, mostPageWords);
}

/** The live records among these ids, with their agents and what stands above them. */
export async function readSources(
  client: pg.ClientBase,
  ids: readonly string[],
  ancestry: Ancestry,
): Promise<Located[]> {
  if (ids.length === 0) return [];
  const agents = await readAgents(client, ids);
  const pageWords = await readPageWords(client, ids);
  const { rows } = await client.query<Omit<SourceRow, 'agents' | 'pageWords'> & { parentId: string | null }>({
    text: `SELECT r.id, r.root_id AS "rootId", r.parent_id AS "parentId", r.level, r.unit_type AS "unitType", r.reference_code AS "referenceCode",
        r.former_codes AS "formerCodes", r.title, r.object, r.date_start::text AS "dateStart", r.date_end::text AS "dateEnd", r.description,
        r.internal, r.visibility, r.digital
      FROM eli4u.record r WHERE r.id = ANY($1) AND r.deleted_at IS NULL`,
    values: [ids],
  });
  await ancestry.learn(client, new Set(rows.flatMap(({ parentId }) => parentId ?? [])));
  return rows.map(({ parentId, ...row }) => ({
    source: { ...row, agents: agents.get(row.id) ?? [], pageWords: pageWords.get(row.id) ?? [] },
    above: parentId === null ? null : ancestry.of(parentId),
  }));
}

const ancestorsSql = `SELECT r.id, r.parent_id AS "parentId", NOT r.internal AND r.visibility <> 'hidden' AND r.deleted_at IS NULL AS "isPublic",
    coalesce(r.description->'languages', '[]') AS languages
  FROM eli4u.record r WHERE r.id = ANY($1)`;

/** Keeps what stands above the records of a run: whole fonds go by in tree order, so a few thousand units answer almost always. */
export class Ancestry {
  private readonly known = new Map<string, Ancestor>();

  constructor(private readonly limit = 50_000) {}

  /** Makes sure that `of` can answer for these ids. */
  async learn(client: pg.ClientBase, ids: ReadonlySet<string>): Promise<void> {
    if (this.known.size > this.limit) this.known.clear();
    const parents = new Map<Ancestor, string>();
    let missing = new Set([...ids].filter((id) => !this.known.has(id)));
    // a step up at a time: on tables that were just filled and have no statistics yet, a recursive query hashed them whole at each step
    for (let step = 0; missing.size > 0 && step < 100; step++) {
      const agents = await readAgents(client, [...missing]);
      const { rows } = await client.query<Omit<Ancestor, 'creators' | 'above'> & { parentId: string | null }>({
        text: ancestorsSql,
        values: [[...missing]],
      });
      missing = new Set();
      for (const { parentId, ...row } of rows) {
        const creators = (agents.get(row.id) ?? []).filter(({ role }) => role === 'creator');
        const ancestor: Ancestor = { ...row, creators, above: null };
        this.known.set(row.id, ancestor);
        if (parentId === null) continue;
        parents.set(ancestor, parentId);
        if (!this.known.has(parentId)) missing.add(parentId);
      }
    }
    for (const [ancestor, parentId] of parents) ancestor.above = this.known.get(parentId) ?? null;
  }

  of(id: string): Ancestor | null {
    return this.known.get(id) ?? null;
  }
}

/** In public, units that are not shown hand nothing down and are no place to search within. */
export function contextOf({ source, above }: Located, scope: Scope): SearchContext {
  const ancestorIds: string[] = [];
  const inheritedCreators: string[] = [];
  let inheritedLanguages: string[] = [];
  const seen = new Set<string>();
  for (let unit = above; unit !== null && !seen.has(unit.id); unit = unit.above) {
    seen.add(unit.id);
    if (scope === 'public' && !unit.isPublic) continue;
    ancestorIds.push(unit.id);
    for (const creator of unit.creators)
      if (scope === 'internal' || !creator.internal) inheritedCreators.push(creator.id);
    if (inheritedLanguages.length === 0) inheritedLanguages = unit.languages;
  }
  ancestorIds.reverse();
  const rootId = scope === 'public' ? (ancestorIds[0] ?? source.id) : source.rootId;
  return { rootId, ancestorIds, inheritedCreators, inheritedLanguages };
}

import { lineColumns, type LineRow } from '#lib/store/reading/record-rows.ts';
import { readPublicDescription } from '#lib/store/reading/description-edge.ts';
import { shown } from '#lib/store/shown.ts';
import type { Description } from '#lib/records/description.ts';
import { agentLinks, linksOf, type LinkJson } from './agent-links.ts';
import type { AgentOfRecord } from '#lib/store/reading/record-parts.ts';
import { readable } from './readable.ts';
import type { Reader } from './reader.ts';

/** A unit that stands above some of a page. */
export interface UnitAbove extends LineRow {
  parent_id: string | null;
  metadata_licence: string | null;
  rights_uri: string | null;
  /** Whether the public is shown it: what is hidden only leads further up. */
  is_shown: boolean;
  description: Pick<Description, 'elements' | 'languages'>;
  /** Whom those below may take from it. */
  creators: AgentOfRecord[];
}

const deepest = 64;

/** All that stands above some units, each once, by its id. */
export async function readAbove(reader: Reader, ids: readonly string[]): Promise<Map<string, UnitAbove>> {
  const { rows } = await reader.query<
    Omit<UnitAbove, 'description' | 'creators'> & { inheritable: unknown; creators: LinkJson[] | null }
  >({
    name: 'harvest-above',
    text: `WITH RECURSIVE above AS (
        SELECT p.id, p.parent_id, 1 AS steps FROM eli4u.record r JOIN eli4u.record p ON p.id = r.parent_id WHERE r.id = ANY($1::text[])
        UNION
        SELECT p.id, p.parent_id, above.steps + 1 FROM above JOIN eli4u.record p ON p.id = above.parent_id WHERE above.steps < ${deepest}
      )
      SELECT ${lineColumns('r')}, r.parent_id, r.metadata_licence, r.rights_uri, ${shown('r')} AS is_shown, jsonb_build_object(
          'languages', coalesce(r.description -> 'languages', '[]'),
          'elements', jsonb_strip_nulls(jsonb_build_object(
            'conditionsOfAccess', r.description -> 'elements' -> 'conditionsOfAccess',
            'conditionsOfReproduction', r.description -> 'elements' -> 'conditionsOfReproduction'))) AS inheritable,
        ${agentLinks('r', `ra.role = 'creator'`)} AS creators
        FROM (SELECT DISTINCT id FROM above) a JOIN eli4u.record r USING (id)`,
    values: [ids],
  });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        description: readable(`record ${row.id}`, readPublicDescription, row.inheritable),
        creators: linksOf(row.id, row.creators),
      },
    ]),
  );
}

/** The units above one, root first; hidden ones are left out, not named. */
export function chainAbove(above: ReadonlyMap<string, UnitAbove>, parentId: string | null): UnitAbove[] {
  const chain: UnitAbove[] = [];
  for (let at = parentId, steps = 0; at !== null && steps < deepest; steps++) {
    const unit = above.get(at);
    if (unit?.is_shown) chain.unshift(unit);
    at = unit?.parent_id ?? null;
  }
  return chain;
}

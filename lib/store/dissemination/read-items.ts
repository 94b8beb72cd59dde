import type pg from 'pg';
import type { HarvestItem } from '#lib/records/harvest-views.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import type { Lookup } from '#lib/records/public-views.ts';
import { readAgents } from './read-agents.ts';
import { readInstitutions } from './read-institutions.ts';
import { readRecords } from './read-records.ts';
import { everything, type Needs, type Reader } from './reader.ts';

/**
 * What bears these ids, in their order, as it is disseminated now; what the public is not shown is left out. A bounded number of questions,
 * however many ids.
 * @param kinds what is known to bear an id, so that it is looked for there alone
 */
export async function readHarvestItems(
  reader: Reader,
  ids: readonly string[],
  needs: Needs = everything,
  kinds: ReadonlyMap<string, HarvestItem['kind']> = new Map(),
): Promise<HarvestItem[]> {
  const kindOf = (id: string) => kinds.get(id) ?? 'record';
  const asked = ids.filter((id) => kindOf(id) === 'record');
  const records = asked.length > 0 ? await readRecords(reader, asked, needs) : new Map<string, never>();
  // Of what is told to be a record, and is not shown as one, nothing else bears the id.
  const others = ids.filter((id) => !records.has(id) && kinds.get(id) !== 'record');
  const agents = others.length > 0 ? await readAgents(reader, others) : new Map<string, never>();
  const rest = others.filter((id) => !agents.has(id));
  const institutions = rest.length > 0 ? await readInstitutions(reader, rest) : new Map<string, never>();
  return ids.flatMap((id): HarvestItem[] => {
    const record = records.get(id);
    if (record) return [{ kind: 'record', value: record }];
    const agent = agents.get(id);
    if (agent) return [{ kind: 'agent', value: agent }];
    const institution = institutions.get(id);
    return institution ? [{ kind: 'institution', value: institution }] : [];
  });
}

/** One item; `gone` is what was deleted, null what is hidden or never was, as on its page. */
export async function readHarvestItem(pool: pg.Pool, id: string): Promise<Lookup<HarvestItem>> {
  if (!isIdentifier(id)) return null;
  const [item] = await readHarvestItems(pool, [id]);
  if (item) return { state: 'found', value: item };
  const { rows } = await pool.query<{ deleted_at: string }>({
    name: 'harvest-gone',
    text: `SELECT deleted_at FROM eli4u.record WHERE id = $1 AND deleted_at IS NOT NULL AND visibility <> 'hidden' AND NOT internal
      UNION ALL SELECT a.deleted_at FROM eli4u.agent a JOIN eli4u.disseminated d USING (id)
        WHERE a.id = $1 AND a.deleted_at IS NOT NULL AND NOT a.internal AND d.deleted LIMIT 1`,
    values: [id],
  });
  return rows[0] ? { state: 'gone', deletedAt: rows[0].deleted_at } : null;
}

import type pg from 'pg';
import { isPublicRole } from '#lib/access/visibility.ts';
import { agentRoles } from '#lib/records/agent.ts';
import type { Description } from '#lib/records/description.ts';
import type { Level } from '#lib/records/level.ts';
import type { Scope } from './search.ts';

/** What a record may lend to a suggestion. */
export interface Bearer {
  id: string;
  title: string;
  code: string | null;
  level: Level;
  /** Of a record that is none itself. */
  fonds: string | null;
  /** Where asked for. */
  agents: { id: string; name: string; kind: string }[] | null;
  points: NonNullable<Description['accessPoints']> | null;
}

export interface Asked {
  records: readonly string[];
  withAgents: readonly string[];
  withPoints: readonly string[];
}

const publicRoles = agentRoles.filter(isPublicRole);

/** Read from the records themselves, under their own flags, in one query: an index that lags behind shows nothing. */
export async function readBearers(
  pool: pg.Pool,
  scope: Scope,
  { records, withAgents, withPoints }: Asked,
): Promise<Map<string, Bearer>> {
  const ids = [...new Set([...records, ...withAgents, ...withPoints])];
  if (ids.length === 0) return new Map();
  const isPublic = scope === 'public';
  const shown = (alias: string) =>
    `${alias}.deleted_at IS NULL${isPublic ? ` AND ${alias}.visibility <> 'hidden' AND NOT ${alias}.internal` : ''}`;
  const tie = isPublic ? 'AND NOT l.internal AND NOT a.internal AND l.role = ANY($4)' : '';
  const { rows } = await pool.query<Bearer>(
    `SELECT r.id, r.title, r.reference_code AS code, r.level, f.title AS fonds,
       CASE WHEN r.id = ANY($2) THEN (
         SELECT jsonb_agg(jsonb_build_object('id', a.id, 'name', a.authorised_name, 'kind', a.kind))
         FROM eli4u.record_agent l JOIN eli4u.agent a ON a.id = l.agent_id
         WHERE l.record_id = r.id AND a.deleted_at IS NULL ${tie}) END AS agents,
       CASE WHEN r.id = ANY($3) THEN r.description->'accessPoints' END AS points
     FROM eli4u.record r LEFT JOIN eli4u.record f ON f.id = r.root_id AND f.id <> r.id AND ${shown('f')}
     WHERE r.id = ANY($1) AND ${shown('r')}`,
    [ids, withAgents, withPoints, ...(isPublic ? [publicRoles] : [])],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

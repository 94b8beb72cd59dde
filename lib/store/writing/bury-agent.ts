import type pg from 'pg';
import { boundedKey } from './bounded-key.ts';
import { isOlder } from './save-agent.ts';

export type BuriedAgent = { id: string; outcome: 'buried' | 'gone' } | null;

/**
 * Takes back the authority record of an identifier. Whom records or other agents still name is a stub again, known by name only, for
 * they would lose their creator; whom nobody names is a tombstone. Null when no agent bears the identifier.
 */
export async function buryAgent(
  client: pg.ClientBase,
  identifier: string,
  lastUpdate: string | null,
): Promise<BuriedAgent> {
  const { rows } = await client.query<{ id: string; gone: boolean; named: boolean; last_update: string | null }>(
    `SELECT a.id, a.last_update, a.stub OR a.deleted_at IS NOT NULL AS gone,
            EXISTS (SELECT FROM eli4u.record_agent l WHERE l.agent_id = a.id)
            OR EXISTS (SELECT FROM eli4u.agent_relation l WHERE l.to_id = a.id) AS named
       FROM eli4u.agent_identifier i JOIN eli4u.agent a ON a.id = i.agent_id WHERE i.value = $1`,
    [boundedKey(identifier)],
  );
  const agent = rows[0];
  if (!agent) return null;
  if (agent.gone) return { id: agent.id, outcome: 'gone' };
  const version = isOlder(lastUpdate, agent.last_update) ? null : lastUpdate;
  await client.query('DELETE FROM eli4u.agent_relation WHERE from_id = $1', [agent.id]);
  await client.query(
    `UPDATE eli4u.agent SET description = '{}', stub = true, content_hash = NULL, last_update = coalesce($3, last_update),
       deleted_at = CASE WHEN NOT $2 THEN now() END, changed_at = now() WHERE id = $1`,
    [agent.id, agent.named, version],
  );
  return { id: agent.id, outcome: 'buried' };
}

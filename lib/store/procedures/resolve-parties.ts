import type pg from 'pg';
import { agentNameKey } from '#lib/records/agent-name.ts';
import type { Party } from '#lib/procedures/cases/filing-facts.ts';
import type { Contacts } from './case-view.ts';
import type { GivenParty } from './procedure-writing.ts';

/** A party with the name that the register gives. */
export interface ResolvedParty extends Party {
  name: string;
}

type NewAgent = Extract<GivenParty['agent'], { kind: string }>;

/** A party named by an id that no agent bears. */
export class UnknownAgent extends Error {}

/**
 * The agents of a filing: those named by id, those whose tax code is known, and new ones, which are internal: who has to do with a procedure is
 * nobody else's business. What is known of somebody is completed and never overwritten by a request.
 */
export async function resolveParties(
  client: pg.ClientBase,
  given: readonly GivenParty[],
  ids: readonly string[],
): Promise<ResolvedParty[]> {
  await client.query(`SELECT eli4u.act_as('system', 'filing')`);
  const agents: { id: string; name: string }[] = [];
  for (const [i, { agent }] of given.entries())
    agents.push('id' in agent ? await knownAgent(client, agent.id) : await givenAgent(client, agent, ids[i] ?? ''));
  return given.map(({ role, actsFor }, i) => ({
    agent: agents[i]?.id ?? '',
    name: agents[i]?.name ?? '',
    role,
    actsFor: actsFor === null ? null : (agents[actsFor]?.id ?? null),
  }));
}

async function knownAgent(client: pg.ClientBase, id: string): Promise<{ id: string; name: string }> {
  const { rows } = await client.query<{ id: string; name: string }>(
    'SELECT id, authorised_name AS name FROM eli4u.agent WHERE id = $1 AND deleted_at IS NULL',
    [id],
  );
  if (!rows[0]) throw new UnknownAgent(id);
  return rows[0];
}

/**
 * The agent that bears the tax code that is given; else a new one, internal. What is known of somebody is completed and never overwritten.
 * Wants to act as the system.
 * @param id of a new one
 */
export async function givenAgent(
  client: pg.ClientBase,
  agent: NewAgent,
  id: string,
): Promise<{ id: string; name: string }> {
  const taxCode = agent.taxCode?.replace(/\s/g, '').toUpperCase() || null;
  if (taxCode !== null) {
    // Two requests of one person at once must not both make them.
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 4104))', [`tax code ${taxCode}`]);
    const known = await client.query<{ id: string; name: string }>(
      `SELECT a.id, a.authorised_name AS name FROM eli4u.agent_identity i JOIN eli4u.agent a ON a.id = i.agent_id WHERE i.tax_code = $1`,
      [taxCode],
    );
    if (known.rows[0]) {
      await complete(client, known.rows[0].id, agent.contacts);
      return known.rows[0];
    }
  }
  await client.query(
    `INSERT INTO eli4u.agent (id, kind, authorised_name, name_key, internal) VALUES ($1, $2, $3, $4, true)`,
    [id, agent.kind, agent.name, agentNameKey(agent.name)],
  );
  await client.query('INSERT INTO eli4u.agent_identity (agent_id, tax_code, contacts) VALUES ($1, $2, $3)', [
    id,
    taxCode,
    JSON.stringify(agent.contacts),
  ]);
  return { id, name: agent.name };
}

async function complete(client: pg.ClientBase, id: string, contacts: Contacts): Promise<void> {
  await client.query('UPDATE eli4u.agent_identity SET contacts = $2::jsonb || contacts WHERE agent_id = $1', [
    id,
    JSON.stringify(contacts),
  ]);
}

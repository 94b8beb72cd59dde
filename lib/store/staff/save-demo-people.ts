import type pg from 'pg';
import { agentNameKey } from '#lib/records/agent-name.ts';
import type { Day } from '#lib/procedures/day.ts';
import { saveAccount } from '#lib/store/email-accounts/use-link.ts';
import { IdentifierMint } from '#lib/store/writing/identifier-mint.ts';
import type { DemoPeople } from './demo-people.ts';

/**
 * Makes the invented people of the demonstration, in the caller's transaction; those that are there already stay as they are, also where somebody
 * changed them.
 * @param since first day of their roles and delegations
 */
export async function saveDemoPeople(client: pg.ClientBase, people: DemoPeople, since: Day): Promise<void> {
  // Two starts at once would otherwise both make them.
  await client.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('demo people', 4104)), eli4u.act_as('system', 'demo')`,
  );
  await saveStaff(client, people.staff, since);
  await saveCitizens(client, people.citizens, since);
}

async function saveStaff(client: pg.ClientBase, staff: DemoPeople['staff'], since: Day): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO eli4u.staff_member (id, name, email, persona)
     SELECT id, name, email, persona FROM jsonb_to_recordset($1) AS m (id text, name text, email text, persona text)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [JSON.stringify(staff.map(({ id, name, persona }) => ({ id, name, persona, email: `${id}@example.org` })))],
  );
  const added = new Set(rows.map(({ id }) => id));
  const roles = staff
    .filter(({ id }) => added.has(id))
    .flatMap((member) => member.roles.map((role) => ({ member: member.id, ...role, types: role.types ?? ['*'] })));
  await client.query(
    `INSERT INTO eli4u.staff_role (member_id, role, unit_code, types, valid_from)
     SELECT member, role, unit, types, $2 FROM jsonb_to_recordset($1) AS r (member text, role text, unit text, types text[])`,
    [JSON.stringify(roles), since],
  );
}

async function saveCitizens(client: pg.ClientBase, citizens: DemoPeople['citizens'], since: Day): Promise<void> {
  const mint = new IdentifierMint(client);
  for (const { persona, kind, name, taxCode } of citizens) {
    const known = await client.query('SELECT FROM eli4u.demo_citizen WHERE persona = $1', [persona]);
    if (known.rowCount) continue;
    // Somebody may have filed under this code before the button was there.
    const found = await client.query<{ agent_id: string }>(
      'SELECT agent_id FROM eli4u.agent_identity WHERE tax_code = $1',
      [taxCode],
    );
    let id = found.rows[0]?.agent_id;
    if (id === undefined && taxCode === null) {
      await mint.reserve(1);
      id = mint.take();
      await saveAccount(client, { id, name, email: `${persona}@example.org` }, new Date());
    } else if (id === undefined) {
      await mint.reserve(1);
      id = mint.take();
      await client.query(
        `INSERT INTO eli4u.agent (id, kind, authorised_name, name_key, internal) VALUES ($1, $2, $3, $4, true)`,
        [id, kind, name, agentNameKey(name)],
      );
      await client.query('INSERT INTO eli4u.agent_identity (agent_id, tax_code, contacts) VALUES ($1, $2, $3)', [
        id,
        taxCode,
        JSON.stringify({ email: `${persona}@example.org` }),
      ]);
    }
    await client.query('INSERT INTO eli4u.demo_citizen (persona, agent_id) VALUES ($1, $2)', [persona, id]);
  }
  const delegations = citizens.flatMap(({ persona, represents }) =>
    represents.map((principal) => ({ delegate: persona, principal })),
  );
  await client.query(
    `INSERT INTO eli4u.delegation (delegate_agent, principal_agent, valid_from)
     SELECT d.agent_id, p.agent_id, $2 FROM jsonb_to_recordset($1) AS g (delegate text, principal text)
       JOIN eli4u.demo_citizen d ON d.persona = g.delegate JOIN eli4u.demo_citizen p ON p.persona = g.principal
      WHERE NOT EXISTS (SELECT FROM eli4u.delegation k WHERE k.delegate_agent = d.agent_id AND k.principal_agent = p.agent_id)`,
    [JSON.stringify(delegations), since],
  );
}

import type pg from 'pg';
import type { KnownPerson } from '#lib/auth/citizen-claims.ts';
import { agentNameKey } from '#lib/records/agent-name.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import type { Who } from '#lib/store/staff/staff-store.ts';

/** Whom an identity provider vouches for, by which provider and how surely. */
export interface Vouched extends KnownPerson {
  by: string;
  assurance: string | null;
}

/**
 * The person of the register who signs in, made where there is none yet: whoever filed on paper finds what was filed. What the register knows is
 * completed; that it was vouched for is noted.
 * @param ids gives the id of a new agent
 */
export async function matchCitizen(
  pool: pg.Pool,
  ids: (count: number) => Promise<string[]>,
  person: Vouched,
): Promise<Who> {
  const [fresh = ''] = await ids(1);
  return inTransaction(pool, async (client) => {
    await client.query(`SELECT eli4u.act_as('system', 'signIn')`);
    // As filings do: one person who files and signs in at once is one person.
    const key = person.taxCode === null ? `foreign ${person.foreignIdentifier}` : `tax code ${person.taxCode}`;
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 4104))', [key]);
    const known = await client.query<{ agent_id: string }>(
      `SELECT i.agent_id FROM eli4u.agent_identity i JOIN eli4u.agent a ON a.id = i.agent_id AND a.deleted_at IS NULL
        WHERE ${person.taxCode === null ? 'i.foreign_identifier' : 'i.tax_code'} = $1`,
      [person.taxCode ?? person.foreignIdentifier],
    );
    const id = known.rows[0]?.agent_id ?? (await newPerson(client, fresh, person));
    await client.query(
      `UPDATE eli4u.agent_identity SET contacts = $2::jsonb || contacts, known_by = $3, assurance = $4, known_at = now() WHERE agent_id = $1`,
      [id, JSON.stringify(person.email === null ? {} : { email: person.email }), person.by, person.assurance],
    );
    return { keep: true, value: { kind: 'citizen' as const, id } };
  });
}

async function newPerson(client: pg.ClientBase, id: string, person: Vouched): Promise<string> {
  await client.query(
    `INSERT INTO eli4u.agent (id, kind, authorised_name, name_key, internal) VALUES ($1, 'person', $2, $3, true)`,
    [id, person.name, agentNameKey(person.name)],
  );
  await client.query('INSERT INTO eli4u.agent_identity (agent_id, tax_code, foreign_identifier) VALUES ($1, $2, $3)', [
    id,
    person.taxCode,
    person.foreignIdentifier,
  ]);
  return id;
}

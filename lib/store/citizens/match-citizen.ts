import type pg from 'pg';
import type { KnownPerson } from '#lib/auth/citizen-claims.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { givenAgent } from '#lib/store/procedures/resolve-parties.ts';
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
    const { name, taxCode, foreignIdentifier, email, by, assurance } = person;
    const given = { kind: 'person' as const, name, taxCode, contacts: {} };
    const known = foreignIdentifier === null ? null : await knownAbroad(client, foreignIdentifier);
    const id = known ?? (await givenAgent(client, given, fresh)).id;
    await client.query(
      `UPDATE eli4u.agent_identity SET foreign_identifier = coalesce(foreign_identifier, $2), contacts = $3::jsonb || contacts,
         known_by = $4, assurance = $5, known_at = now() WHERE agent_id = $1`,
      [id, foreignIdentifier, JSON.stringify(email === null ? {} : { email }), by, assurance],
    );
    return { keep: true, value: { kind: 'citizen' as const, id } };
  });
}

/** Who bears the identifier of another State. Two who sign in by it at once wait for each other. */
async function knownAbroad(client: pg.ClientBase, identifier: string): Promise<string | null> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 4104))', [`foreign ${identifier}`]);
  const { rows } = await client.query<{ id: string }>(
    'SELECT agent_id AS id FROM eli4u.agent_identity WHERE foreign_identifier = $1',
    [identifier],
  );
  return rows[0]?.id ?? null;
}

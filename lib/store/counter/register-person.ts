import type pg from 'pg';
import type { Day } from '#lib/procedures/day.ts';
import { agentNameKey } from '#lib/records/agent-name.ts';
import type { Contacts } from '#lib/store/procedures/case-view.ts';
import { givenAgent } from '#lib/store/procedures/resolve-parties.ts';
import { asOfficer, noteServing } from './as-officer.ts';

/** By what somebody without a codice fiscale is told apart: what the document that was shown says. */
export interface Birth {
  on: Day;
  at: string;
  citizenship: string;
}

/** Somebody whom the offices do not know yet, as they stand at the counter. */
export type NewPerson = { name: string; contacts: Contacts } & (
  | { kind: 'person' | 'corporateBody'; taxCode: string }
  | {
      kind: 'person';
      taxCode: null;
      birth: Birth;
      /** Though somebody of that name and birth is known already. */ another: boolean;
    }
);

export type Registered =
  | { kind: 'registered' | 'known'; id: string }
  /** Somebody of that name was born on that day: it may be the same. */
  | { kind: 'similar' };

/** Registers somebody at the counter. Who bears the codice fiscale already is that person, and nothing that was known of them is overwritten. */
export const registerPerson = (
  pool: pg.Pool,
  id: string,
  person: NewPerson,
  member: string,
  at: Date,
): Promise<Registered> =>
  asOfficer<Registered>(pool, member, async (client) => {
    const found = person.taxCode === null ? await bornThen(client, person) : await bearerOf(client, person.taxCode);
    if (found && person.taxCode !== null) return { kind: 'known', id: found };
    if (found && person.taxCode === null && !person.another) return { kind: 'similar' };
    const { kind, name, taxCode, contacts } = person;
    const given = await givenAgent(client, { kind, name, taxCode, contacts }, id);
    if (person.taxCode === null)
      await client.query(
        'UPDATE eli4u.agent_identity SET born_on = $2, born_at = $3, citizenship = $4 WHERE agent_id = $1',
        [given.id, person.birth.on, person.birth.at, person.birth.citizenship],
      );
    await noteServing(client, { at, member, action: 'person.registered', subject: given.id });
    return { kind: 'registered', id: given.id };
  });

async function bearerOf(client: pg.ClientBase, taxCode: string): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT agent_id AS id FROM eli4u.agent_identity WHERE tax_code = $1',
    [taxCode],
  );
  return rows[0]?.id ?? null;
}

async function bornThen(client: pg.ClientBase, person: NewPerson & { taxCode: null }): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT a.id FROM eli4u.agent a JOIN eli4u.agent_identity i ON i.agent_id = a.id
      WHERE a.name_key = $1 AND a.kind = 'person' AND a.internal AND a.deleted_at IS NULL AND i.born_on = $2 LIMIT 1`,
    [agentNameKey(person.name), person.birth.on],
  );
  return rows[0]?.id ?? null;
}

import type pg from 'pg';
import { agentNameKey } from '#lib/records/agent-name.ts';
import { firstPreferences } from '#lib/relationship/preferences.ts';
import { acting } from '#lib/store/notifications/acting.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import type { Who } from '#lib/store/staff/sign-in.ts';

/** A link that still serves. */
export interface OpenLink {
  email: string;
  returnTo: string;
  /** Nobody has come in by this address yet: they say their name. */
  isNew: boolean;
}

/** What a code leads to; null for one that was used, has ended or never was. Looking at it uses nothing up. */
export const findLink = (pool: pg.Pool, codeHash: Buffer, now: Date): Promise<OpenLink | null> =>
  acting(pool, { kind: 'system' }, async (client) => {
    const { rows } = await client.query<OpenLink>(
      `SELECT s.email, s.return_to AS "returnTo", a.agent_id IS NULL AS "isNew"
         FROM eli4u.email_sign_in s LEFT JOIN eli4u.email_account a ON a.email = s.email
        WHERE s.code_hash = $1 AND s.used_at IS NULL AND s.ends_at > $2`,
      [codeHash, now],
    );
    return rows[0] ?? null;
  });

export type LinkUsed = { kind: 'in'; who: Who } | { kind: 'over' } | { kind: 'nameWanted' };

/** Longest name that somebody may give. */
export const longestName = 200;

/**
 * Uses a link up, once however many bring it at the same time, and lets in whose address it is. Who comes in for the first time becomes a person of
 * the register of their own: never one whom an identity provider vouches for, though the address be the same.
 * @param id of a new person
 * @param name as on their document; only of who is new
 */
export const useLink = (
  pool: pg.Pool,
  { id, codeHash, name }: { id: string; codeHash: Buffer; name: string },
  now: Date,
): Promise<LinkUsed> =>
  inTransaction<LinkUsed>(pool, async (client) => {
    await client.query(`SELECT eli4u.act_as('system', 'signIn')`);
    const { rows } = await client.query<{ email: string; language: 'it' | 'en' }>(
      `UPDATE eli4u.email_sign_in SET used_at = $2 WHERE code_hash = $1 AND used_at IS NULL AND ends_at > $2 RETURNING email, language`,
      [codeHash, now],
    );
    const [link] = rows;
    if (!link) return { keep: false, value: { kind: 'over' } };
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 4104))', [`email ${link.email}`]);
    const known = await accountOf(client, link.email);
    const given = name.trim().replace(/\s+/g, ' ').slice(0, longestName);
    // The link is not used up: they open it again and say who they are.
    if (known === null && given === '') return { keep: false, value: { kind: 'nameWanted' } };
    const agent = known ?? (await newAccount(client, { id, name: given, ...link }, now));
    await client.query('UPDATE eli4u.agent_identity SET known_at = $2 WHERE agent_id = $1', [agent, now]);
    return { keep: true, value: { kind: 'in', who: { kind: 'citizen', id: agent } } };
  });

async function accountOf(client: pg.ClientBase, email: string): Promise<string | null> {
  const { rows } = await client.query<{ agent: string }>(
    `SELECT e.agent_id AS agent FROM eli4u.email_account e JOIN eli4u.agent a ON a.id = e.agent_id AND a.deleted_at IS NULL WHERE e.email = $1`,
    [email],
  );
  return rows[0]?.agent ?? null;
}

/** A person of the register who is known by an address and nothing else, in the caller's transaction, which acts as the system. */
export async function saveAccount(
  client: pg.ClientBase,
  { id, name, email }: { id: string; name: string; email: string },
  now: Date,
): Promise<void> {
  await client.query(
    `INSERT INTO eli4u.agent (id, kind, authorised_name, name_key, internal) VALUES ($1, 'person', $2, $3, true)`,
    [id, name, agentNameKey(name)],
  );
  await client.query(
    `INSERT INTO eli4u.agent_identity (agent_id, contacts, known_by, assurance, known_at) VALUES ($1, $2, 'email', 'email', $3)`,
    [id, JSON.stringify({ email }), now],
  );
  // Of who is no longer there the address may be somebody else's now.
  await client.query('DELETE FROM eli4u.email_account WHERE email = $1', [email]);
  await client.query('INSERT INTO eli4u.email_account (agent_id, email, made_at) VALUES ($1, $2, $3)', [
    id,
    email,
    now,
  ]);
}

/** Who comes in for the first time is told at their address from then on, in the language in which they asked. */
async function newAccount(
  client: pg.ClientBase,
  { language, ...account }: { id: string; name: string; email: string; language: 'it' | 'en' },
  now: Date,
): Promise<string> {
  const { id, email } = account;
  await saveAccount(client, account, now);
  await client.query('INSERT INTO eli4u.notification_address (agent_id, email, verified_at) VALUES ($1, $2, $3)', [
    id,
    email,
    now,
  ]);
  await client.query(
    'INSERT INTO eli4u.notification_preference (agent_id, preferences, changed_at) VALUES ($1, $2, $3)',
    [id, JSON.stringify({ ...firstPreferences, language }), now],
  );
  await client.query('INSERT INTO eli4u.citizen_preference (agent_id, language, changed_at) VALUES ($1, $2, $3)', [
    id,
    language,
    now,
  ]);
  await client.query(
    `INSERT INTO eli4u.audit_event (at, actor, action, subject_id) VALUES ($2, 'citizen:' || $1, 'emailAccount.made', $1)`,
    [id, now],
  );
  return id;
}

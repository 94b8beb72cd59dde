import type pg from 'pg';
import type { Persona } from '#lib/access/persona.ts';

type Queryable = Pick<pg.Pool, 'query'>;

/** Who signed in, as the session's cookie names them. */
export interface Who {
  kind: 'staff' | 'citizen';
  id: string;
}

/** The person behind a button of the demonstration. */
export async function findPersona(pool: Queryable, persona: Persona): Promise<Who | null> {
  const { rows } = await pool.query<Who>(
    `SELECT 'staff' AS kind, id FROM eli4u.staff_member WHERE persona = $1 AND active
     UNION ALL SELECT 'citizen', agent_id FROM eli4u.demo_citizen WHERE persona = $1`,
    [persona],
  );
  return rows[0] ?? null;
}

/** What an identity provider says of somebody. */
export interface Account {
  subject: string;
  email: string | null;
  /** Whether the provider does not say that the address was checked. */
  emailDoubtful: boolean;
}

/**
 * The member of the staff whose account it is. By address only the first time, and then for good by the account itself: addresses are given
 * anew to others.
 */
export async function matchAccount(pool: Queryable, account: Account): Promise<Who | null> {
  const known = await pool.query<{ id: string; active: boolean }>(
    'SELECT id, active FROM eli4u.staff_member WHERE oidc_subject = $1',
    [account.subject],
  );
  const found = known.rows[0];
  if (found) return found.active ? { kind: 'staff', id: found.id } : null;
  if (account.email === null || account.emailDoubtful) return null;
  const tied = await pool.query<{ id: string }>(
    `UPDATE eli4u.staff_member SET oidc_subject = $1, changed_at = now()
      WHERE email = lower($2) AND oidc_subject IS NULL AND persona IS NULL AND active RETURNING id`,
    [account.subject, account.email],
  );
  return tied.rows[0] ? { kind: 'staff', id: tied.rows[0].id } : null;
}

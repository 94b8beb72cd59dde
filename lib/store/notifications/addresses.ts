import type pg from 'pg';
import { romeDay } from '#lib/procedures/rome.ts';
import { acting } from './acting.ts';

/** Milliseconds for which the link to an address serves. */
const linkServes = 24 * 3_600_000;
/** Links that one person may have sent in a day. */
const mostLinks = 5;

export interface OwnAddress {
  email: string | null;
  /** Asked for, and not verified yet. */
  pending: string | null;
  /** What the register knows, to begin with; never used until it is verified. */
  known: string | null;
}

/** The address of somebody, as they may see it. */
export const findAddress = (pool: pg.Pool, agent: string, now: Date): Promise<OwnAddress> =>
  acting(pool, { kind: 'citizen', agent }, async (client) => {
    const { rows } = await client.query<OwnAddress>(
      `SELECT d.email, CASE WHEN d.pending_until > $2 THEN d.pending END AS pending, i.contacts->>'email' AS known
         FROM (SELECT $1::text AS id) a LEFT JOIN eli4u.notification_address d ON d.agent_id = a.id
         LEFT JOIN eli4u.agent_identity i ON i.agent_id = a.id`,
      [agent, now],
    );
    return rows[0] ?? { email: null, pending: null, known: null };
  });

/** Asks for an address: a link goes there. `tooMany` where it was asked for too often on a day. */
export const askAddress = (pool: pg.Pool, agent: string, email: string, now: Date): Promise<'asked' | 'tooMany'> =>
  acting(pool, { kind: 'citizen', agent }, async (client) => {
    const { rowCount } = await client.query(
      `INSERT INTO eli4u.notification_address AS d (agent_id, pending, pending_until, pending_due, asked_on, asked)
       VALUES ($1, $2, $3, $4, $5, 1)
       ON CONFLICT (agent_id) DO UPDATE SET pending = excluded.pending, pending_until = excluded.pending_until, pending_due = excluded.pending_due,
         pending_attempts = 0, asked_on = excluded.asked_on, asked = CASE WHEN d.asked_on = excluded.asked_on THEN d.asked + 1 ELSE 1 END
       WHERE d.asked_on IS DISTINCT FROM excluded.asked_on OR d.asked < ${mostLinks}`,
      [agent, email, new Date(now.getTime() + linkServes), now, romeDay(now)],
    );
    return rowCount ? 'asked' : 'tooMany';
  });

/** Takes an address as theirs, which the link proved that they read; false where another was asked for since, or the link has ended. */
export const confirmAddress = (pool: pg.Pool, agent: string, email: string, now: Date): Promise<boolean> =>
  acting(pool, { kind: 'citizen', agent }, async (client) => {
    const { rowCount } = await client.query(
      `WITH confirmed AS (
         UPDATE eli4u.notification_address SET email = pending, verified_at = $3, pending = NULL, pending_until = NULL, pending_due = NULL
          WHERE agent_id = $1 AND pending = $2 AND pending_until > $3 RETURNING agent_id)
       INSERT INTO eli4u.audit_event (at, actor, action, subject_id) SELECT $3, 'citizen:' || agent_id, 'notice.addressVerified', agent_id FROM confirmed`,
      [agent, email, now],
    );
    return rowCount === 1;
  });

/** Forgets the address, the one in use and the one asked for. */
export const dropAddress = (pool: pg.Pool, agent: string, now: Date): Promise<void> =>
  acting(pool, { kind: 'citizen', agent }, async (client) => {
    await client.query(
      `WITH dropped AS (
         UPDATE eli4u.notification_address SET email = NULL, verified_at = NULL, pending = NULL, pending_until = NULL, pending_due = NULL
          WHERE agent_id = $1 AND (email IS NOT NULL OR pending IS NOT NULL) RETURNING agent_id)
       INSERT INTO eli4u.audit_event (at, actor, action, subject_id) SELECT $2, 'citizen:' || agent_id, 'notice.addressDropped', agent_id FROM dropped`,
      [agent, now],
    );
  });

export interface PendingAddress {
  agent: string;
  pending: string;
  until: string;
  attempts: number;
  preferences: unknown;
}

/** Addresses to which a link is to be sent now; they are nobody else's for a minute. */
export const takePending = (pool: pg.Pool, now: Date): Promise<PendingAddress[]> =>
  acting(pool, { kind: 'system' }, async (client) => {
    const { rows } = await client.query<PendingAddress>(
      `UPDATE eli4u.notification_address d SET pending_due = $1::timestamptz + interval '1 minute', pending_attempts = d.pending_attempts + 1
         FROM (SELECT agent_id FROM eli4u.notification_address WHERE pending_due <= $1 ORDER BY pending_due LIMIT 20 FOR UPDATE SKIP LOCKED) t
         LEFT JOIN eli4u.notification_preference p USING (agent_id)
        WHERE d.agent_id = t.agent_id
       RETURNING d.agent_id AS agent, d.pending, d.pending_until AS until, d.pending_attempts AS attempts, p.preferences`,
      [now],
    );
    return rows;
  });

/** The link was sent, or is to be tried again; null: no more. */
export const notePending = (pool: pg.Pool, { agent, pending }: PendingAddress, next: Date | null): Promise<void> =>
  acting(pool, { kind: 'system' }, async (client) => {
    await client.query(
      'UPDATE eli4u.notification_address SET pending_due = $3 WHERE agent_id = $1 AND pending = $2 AND pending_due IS NOT NULL',
      [agent, pending, next],
    );
  });

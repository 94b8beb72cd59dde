import type pg from 'pg';
import { acting } from './acting.ts';

/** Most browsers of one person; a new one takes the place of the oldest. */
const mostDevices = 10;

export interface NewDevice {
  endpoint: string;
  p256dh: string;
  auth: string;
  browser: string;
}

export interface OwnDevice {
  id: number;
  browser: string;
  addedAt: string;
}

export const listDevices = (pool: pg.Pool, agent: string): Promise<OwnDevice[]> =>
  acting(pool, { kind: 'citizen', agent }, async (client) => {
    const { rows } = await client.query<OwnDevice>(
      'SELECT id, browser, added_at AS "addedAt" FROM eli4u.push_subscription WHERE agent_id = $1 ORDER BY id',
      [agent],
    );
    return rows;
  });

/** A browser said yes. One that was somebody else's, who signed out, is now theirs who use it. */
export const addDevice = (pool: pg.Pool, agent: string, device: NewDevice, now: Date): Promise<void> =>
  acting(pool, { kind: 'system' }, async (client) => {
    const { endpoint, p256dh, auth, browser } = device;
    await client.query(
      `INSERT INTO eli4u.push_subscription (agent_id, endpoint, p256dh, auth, browser, added_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (endpoint) DO UPDATE SET agent_id = excluded.agent_id, p256dh = excluded.p256dh, auth = excluded.auth,
         browser = excluded.browser, added_at = excluded.added_at`,
      [agent, endpoint, p256dh, auth, browser.slice(0, 300), now],
    );
    await client.query(
      `DELETE FROM eli4u.push_subscription WHERE agent_id = $1
          AND id NOT IN (SELECT id FROM eli4u.push_subscription WHERE agent_id = $1 ORDER BY added_at DESC, id DESC LIMIT ${mostDevices})`,
      [agent],
    );
    await client.query(
      `INSERT INTO eli4u.audit_event (at, actor, action, subject_id) VALUES ($2, 'citizen:' || $1, 'notice.deviceAdded', $1)`,
      [agent, now],
    );
  });

export const removeDevice = (pool: pg.Pool, agent: string, id: number, now: Date): Promise<void> =>
  acting(pool, { kind: 'citizen', agent }, async (client) => {
    await client.query(
      `WITH removed AS (DELETE FROM eli4u.push_subscription WHERE id = $2 AND agent_id = $1 RETURNING agent_id)
       INSERT INTO eli4u.audit_event (at, actor, action, subject_id) SELECT $3, 'citizen:' || agent_id, 'notice.deviceRemoved', agent_id FROM removed`,
      [agent, id, now],
    );
  });

import type pg from 'pg';
import { aboutSchema, type About } from '#lib/relationship/notification.ts';
import type { Channel, Preferences } from '#lib/relationship/preferences.ts';
import { topics, type Topic } from '#lib/relationship/topics.ts';
import { acting } from './acting.ts';
import { preferencesOf } from './make-notifications.ts';

/** Milliseconds for which deliveries are one worker's: longer than a batch takes. After a crash they are tried again then. */
const lease = 10 * 60_000;
/** Most deliveries taken at once, whoever they are for. */
const mostTaken = 2000;

export interface DueDelivery {
  id: number;
  agent: string;
  attempts: number;
  since: Date;
  topic: Topic;
  about: About;
}

/** A browser that said yes. */
export interface Device {
  id: number;
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** Where somebody can be reached, and how they want to be. */
export interface Destination {
  preferences: Preferences;
  email: string | null;
  devices: Device[];
  taxCode: string | null;
}

/**
 * Takes what is due by one way, people by people: all that is due to one is taken together. @param people most of them
 */
export function takeDue(
  pool: pg.Pool,
  channel: Channel,
  now: Date,
  people: number,
): Promise<{ due: DueDelivery[]; destinations: Map<string, Destination> }> {
  return acting(pool, { kind: 'system' }, async (client) => {
    const { rows } = await client.query<
      Omit<DueDelivery, 'since' | 'about' | 'topic'> & { since: string; about: unknown; topic: string }
    >(
      `WITH first AS (
         SELECT agent_id FROM eli4u.notification_delivery WHERE state = 'pending' AND channel = $1 AND next_at <= $2 ORDER BY next_at, id LIMIT $3),
       due AS (
         SELECT d.id FROM eli4u.notification_delivery d
          WHERE d.agent_id IN (SELECT agent_id FROM first) AND d.channel = $1 AND d.state = 'pending' AND d.next_at <= $2
          ORDER BY d.next_at, d.id LIMIT ${mostTaken} FOR UPDATE SKIP LOCKED)
       UPDATE eli4u.notification_delivery d SET next_at = $2::timestamptz + ${lease} * interval '1 millisecond'
         FROM due, eli4u.notification n WHERE d.id = due.id AND n.id = d.notification_id
       RETURNING d.id, d.agent_id AS agent, d.attempts, d.since, n.topic, n.about`,
      [channel, now, people],
    );
    const due = rows.map((row) => ({
      ...row,
      since: new Date(row.since),
      topic: topics.find((topic) => topic === row.topic) ?? 'progress',
      about: aboutSchema.parse(row.about),
    }));
    return { due, destinations: await destinationsOf(client, [...new Set(due.map(({ agent }) => agent))]) };
  });
}

interface DestinationRow {
  agent: string;
  preferences: unknown;
  email: string | null;
  tax_code: string | null;
  devices: Device[] | null;
}

async function destinationsOf(client: pg.ClientBase, agents: readonly string[]): Promise<Map<string, Destination>> {
  if (agents.length === 0) return new Map();
  const { rows } = await client.query<DestinationRow>(
    `SELECT a.id AS agent, p.preferences, d.email, i.tax_code,
            (SELECT json_agg(json_build_object('id', s.id, 'endpoint', s.endpoint, 'p256dh', s.p256dh, 'auth', s.auth) ORDER BY s.id)
               FROM eli4u.push_subscription s WHERE s.agent_id = a.id) AS devices
       FROM unnest($1::text[]) AS a (id)
       LEFT JOIN eli4u.notification_preference p ON p.agent_id = a.id
       LEFT JOIN eli4u.notification_address d ON d.agent_id = a.id
       LEFT JOIN eli4u.agent_identity i ON i.agent_id = a.id`,
    [agents],
  );
  return new Map(
    rows.map((row) => [
      row.agent,
      {
        preferences: preferencesOf(row.preferences),
        email: row.email,
        devices: row.devices ?? [],
        taxCode: row.tax_code?.length === 16 ? row.tax_code : null,
      },
    ]),
  );
}

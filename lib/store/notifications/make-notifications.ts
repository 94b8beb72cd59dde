import type pg from 'pg';
import { channelsFor, dueAt } from '#lib/relationship/due-at.ts';
import { topicAbout, type Informative } from '#lib/relationship/notification.ts';
import { firstPreferences, preferencesSchema, type Channel, type Preferences } from '#lib/relationship/preferences.ts';
import { actAs } from './acting.ts';
import { mutedOf } from './mutes.ts';

interface Reachable {
  preferences: Preferences;
  usable: Channel[];
}

/**
 * Writes informative notifications and, for each way out that somebody has and wants, when it goes. One that was written before is not written
 * again, so that whoever asks twice tells once. Part of the caller's transaction.
 * @param at when that happened which they tell
 * @param configured ways out that this installation has
 */
export async function makeNotifications(
  client: pg.ClientBase,
  notifications: readonly Informative[],
  { at, now, configured }: { at: Date; now: Date; configured: readonly Channel[] },
): Promise<number> {
  if (notifications.length === 0) return 0;
  await actAs(client, { kind: 'system' });
  const reachable = await reachableAgents(client, [...new Set(notifications.map(({ agent }) => agent))], configured);
  const rows = notifications.map(({ agent, key, about }) => ({
    agent_id: agent,
    key,
    topic: topicAbout(about),
    procedure_id: about.of === 'case' ? about.procedure : null,
    about,
  }));
  const muted = await mutedOf(
    client,
    rows.flatMap(({ agent_id: agent, procedure_id: procedure }) => (procedure === null ? [] : [{ agent, procedure }])),
  );
  const deliveries = rows.flatMap(({ agent_id, key, topic, procedure_id }) => {
    const { preferences = firstPreferences, usable = [] } = reachable.get(agent_id) ?? {};
    const due = dueAt(now, topic, preferences).toISOString();
    return channelsFor(topic, preferences, usable, muted.has(`${agent_id} ${procedure_id}`)).map((channel) => ({
      agent_id,
      key,
      channel,
      due,
    }));
  });
  const { rows: made } = await client.query<{ made: number }>(
    `WITH made AS (
       INSERT INTO eli4u.notification (kind, agent_id, key, topic, procedure_id, about, at)
       SELECT 'informative', agent_id, key, topic, procedure_id, about, $3
         FROM json_to_recordset($1) AS t (agent_id text, key text, topic text, procedure_id text, about jsonb)
       ON CONFLICT (agent_id, key) DO NOTHING RETURNING id, agent_id, key),
     going AS (
       INSERT INTO eli4u.notification_delivery (notification_id, agent_id, channel, since, next_at)
       SELECT m.id, m.agent_id, d.channel, d.due, d.due
         FROM made m JOIN json_to_recordset($2) AS d (agent_id text, key text, channel text, due timestamptz) USING (agent_id, key))
     SELECT count(*)::integer AS made FROM made`,
    [JSON.stringify(rows), JSON.stringify(deliveries), at],
  );
  return made[0]?.made ?? 0;
}

interface Row {
  agent: string;
  preferences: unknown;
  email: boolean;
  push: boolean;
  app_io: boolean;
}

/** How each wants to be told and what ways there are to them. */
async function reachableAgents(
  client: pg.ClientBase,
  agents: readonly string[],
  configured: readonly Channel[],
): Promise<Map<string, Reachable>> {
  const { rows } = await client.query<Row>(
    `SELECT a.id AS agent, p.preferences, d.email IS NOT NULL AS email,
            EXISTS (SELECT FROM eli4u.push_subscription s WHERE s.agent_id = a.id) AS push,
            coalesce(length(i.tax_code) = 16, false) AS app_io
       FROM unnest($1::text[]) AS a (id)
       LEFT JOIN eli4u.notification_preference p ON p.agent_id = a.id
       LEFT JOIN eli4u.notification_address d ON d.agent_id = a.id
       LEFT JOIN eli4u.agent_identity i ON i.agent_id = a.id`,
    [agents],
  );
  return new Map(
    rows.map(({ agent, preferences, email, push, app_io }) => {
      const has: Record<Channel, boolean> = { email, push, appIo: app_io };
      const usable = configured.filter((channel) => has[channel]);
      return [agent, { preferences: preferencesOf(preferences), usable }];
    }),
  );
}

/** What is kept of somebody's wishes; who has said nothing begins as everybody. */
export const preferencesOf = (kept: unknown): Preferences =>
  kept === null || kept === undefined ? firstPreferences : preferencesSchema.parse(kept);

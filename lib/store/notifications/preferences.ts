import type pg from 'pg';
import type { Preferences } from '#lib/relationship/preferences.ts';
import { preferencesOf } from './make-notifications.ts';

/** How somebody wants to be told; who has said nothing begins as everybody. */
export async function findPreferences(pool: Pick<pg.Pool, 'query'>, agent: string): Promise<Preferences> {
  const { rows } = await pool.query<{ preferences: unknown }>(
    'SELECT preferences FROM eli4u.notification_preference WHERE agent_id = $1',
    [agent],
  );
  return preferencesOf(rows[0]?.preferences);
}

/** Keeps them, with what they were in the audit. */
export async function savePreferences(
  pool: Pick<pg.Pool, 'query'>,
  agent: string,
  preferences: Preferences,
  now: Date,
): Promise<void> {
  await pool.query(
    `WITH kept AS (
       INSERT INTO eli4u.notification_preference (agent_id, preferences, changed_at) VALUES ($1, $2, $3)
       ON CONFLICT (agent_id) DO UPDATE SET preferences = excluded.preferences, changed_at = excluded.changed_at)
     INSERT INTO eli4u.audit_event (at, actor, action, subject_id, details) VALUES ($3, 'citizen:' || $1, 'notice.preferences', $1, $2)`,
    [agent, JSON.stringify(preferences), now],
  );
}

/** One press in an e-mail: no more by e-mail. All else stays as it is. */
export async function endEmails(pool: Pick<pg.Pool, 'query'>, agent: string, now: Date): Promise<void> {
  const { rows } = await pool.query('SELECT FROM eli4u.agent WHERE id = $1 AND deleted_at IS NULL', [agent]);
  if (rows.length === 0) return;
  const preferences = await findPreferences(pool, agent);
  if (!preferences.channels.includes('email')) return;
  const channels = preferences.channels.filter((channel) => channel !== 'email');
  await savePreferences(pool, agent, { ...preferences, channels }, now);
}

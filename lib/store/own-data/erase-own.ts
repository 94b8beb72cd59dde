import type pg from 'pg';
import { noteOwn, type OwnActor } from './note-own.ts';
import { asAgent } from './own-transaction.ts';

/** What somebody may have erased at once (GDPR art. 17 c. 1): no law keeps it, it serves them alone. */
export const erasable = ['contacts', 'preferences', 'reading'] as const;
export type Erasable = (typeof erasable)[number];

/**
 * Erases what was asked for, history and all; that it was done stays in the audit, what it was does not. Preferences take the consents with them,
 * which are withdrawn and kept as proof (art. 7 c. 1).
 */
export const eraseOwn = (pool: pg.Pool, who: OwnActor, what: readonly Erasable[], at: Date): Promise<void> =>
  asAgent(pool, who.agent, async (client) => {
    const { agent } = who;
    if (what.includes('contacts')) {
      await client.query(`UPDATE eli4u.agent_identity SET contacts = '{}' WHERE agent_id = $1`, [agent]);
      await client.query('DELETE FROM eli4u.contact_change WHERE agent_id = $1', [agent]);
    }
    if (what.includes('preferences')) {
      await client.query('DELETE FROM eli4u.citizen_preference WHERE agent_id = $1', [agent]);
      await client.query('UPDATE eli4u.consent SET withdrawn_at = $2 WHERE agent_id = $1 AND withdrawn_at IS NULL', [
        agent,
        at,
      ]);
    }
    if (what.includes('reading')) await client.query('DELETE FROM eli4u.case_seen WHERE agent_id = $1', [agent]);
    await noteOwn(client, who, 'data.erased', at, { what });
  });

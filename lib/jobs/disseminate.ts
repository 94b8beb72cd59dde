import type pg from 'pg';
import type { OutboxRow } from './outbox.ts';

/**
 * Moves `disseminatedAt` of records whose outputs show what changed elsewhere (design §3, Times): the agent they name, the custodian
 * that keeps them.
 */
export async function disseminate(client: pg.ClientBase, row: OutboxRow): Promise<void> {
  switch (row.topic) {
    case 'agent.changed':
      await client.query(
        `UPDATE eli4u.record SET disseminated_at = now() WHERE deleted_at IS NULL
            AND id IN (SELECT record_id FROM eli4u.record_agent WHERE agent_id = $1)`,
        [row.payload.id],
      );
      return;
    case 'institution.changed':
      // Only roots show the custodian's name; units show it through them.
      await client.query(
        `UPDATE eli4u.record SET disseminated_at = now() WHERE repository_id = $1 AND parent_id IS NULL AND deleted_at IS NULL`,
        [row.payload.id],
      );
  }
}

import type pg from 'pg';
import type { OutboxRow } from '#lib/jobs/outbox.ts';
import { procedureTopic } from '#lib/store/procedures/save-steps.ts';

/**
 * What happened to a procedure, for every subscription whose client may see the type: in the transaction that takes the event out of the
 * outbox, so that it is in the one or in the other whatever is killed between.
 */
export async function queueDeliveries(client: pg.ClientBase, row: OutboxRow, now: Date): Promise<void> {
  if (row.topic !== procedureTopic) return;
  const { id, version, kind, at } = row.payload;
  await client.query(
    `INSERT INTO eli4u.webhook_delivery (subscription_id, procedure_id, version, kind, at, next_at)
     SELECT s.id, p.id, $2, $3, $4, $5
       FROM eli4u.procedure p CROSS JOIN eli4u.webhook_subscription s JOIN eli4u.api_client c ON c.id = s.client_id
      WHERE p.id = $1 AND s.removed_at IS NULL AND c.revoked_at IS NULL
        AND ('*' = ANY(s.kinds) OR $3 = ANY(s.kinds)) AND ('*' = ANY(c.types) OR p.type_code = ANY(c.types))
     ON CONFLICT (subscription_id, procedure_id, version) DO NOTHING`,
    [id, version, kind, at, now],
  );
}

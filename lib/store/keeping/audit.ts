import type pg from 'pg';
import type { Keeper } from './actor.ts';

/** The audit event of an act of keeping, in the act's own transaction. */
export async function audit(
  client: Pick<pg.ClientBase, 'query'>,
  { by, now }: Keeper,
  action: string,
  subject: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  await client.query(
    'INSERT INTO eli4u.audit_event (at, actor, action, subject_id, details) VALUES ($1, $2, $3, $4, $5)',
    [now, by, action, subject, JSON.stringify(details)],
  );
}

import type pg from 'pg';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';

/** A transaction in which identities are read as one of the staff. */
export const asOfficer = <T>(pool: pg.Pool, member: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
  inTransaction<T>(pool, async (client) => {
    await client.query(`SELECT eli4u.act_as('officer', $1)`, [member]);
    return { keep: true, value: await work(client) };
  });

/** The audit row of what an operator did at the counter. */
export async function noteServing(
  client: Pick<pg.ClientBase, 'query'>,
  { at, member, action, subject, details }: ServingDeed,
): Promise<void> {
  await client.query(
    'INSERT INTO eli4u.audit_event (at, actor, action, subject_id, details) VALUES ($1, $2, $3, $4, $5)',
    [at, `officer:${member}`, action, subject, JSON.stringify(details ?? {})],
  );
}

interface ServingDeed {
  at: Date;
  member: string;
  action: string;
  /** The person, the contact, the case. */
  subject: string;
  /** Never of what was said. */
  details?: Record<string, unknown>;
}

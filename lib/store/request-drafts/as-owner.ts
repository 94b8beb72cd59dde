import type pg from 'pg';
import { inTransaction, type Outcome } from '#lib/store/procedures/in-transaction.ts';

/** Works on the drafts of one person: in this transaction nobody else's are there. */
export function asOwner<T>(
  pool: pg.Pool,
  owner: string,
  work: (client: pg.PoolClient) => Promise<Outcome<T>>,
): Promise<T> {
  return inTransaction(pool, async (client) => {
    await actAsOwner(client, owner);
    return work(client);
  });
}

/** From here on the transaction sees that person's drafts. */
export async function actAsOwner(client: pg.ClientBase, owner: string): Promise<void> {
  await client.query(`SELECT eli4u.act_as('citizen', $1)`, [owner]);
}

interface DraftDeed {
  at: Date;
  owner: string;
  draft: string;
  action: 'begun' | 'deleted' | 'fileAdded' | 'fileRemoved' | 'filed';
  /** Never of what was typed, nor the name of a file. */
  details?: Record<string, string>;
}

/** What somebody did with a draft of theirs; that they go on typing is not told. */
export async function auditDraft(
  client: pg.ClientBase,
  { at, owner, draft, action, details }: DraftDeed,
): Promise<void> {
  await client.query(
    `INSERT INTO eli4u.audit_event (at, actor, action, subject_id, details) VALUES ($1, $2, $3, $4, $5)`,
    [at, `citizen:${owner}`, `requestDraft.${action}`, draft, JSON.stringify(details ?? {})],
  );
}

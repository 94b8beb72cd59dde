import type pg from 'pg';
import type { Settles } from '#lib/procedures/payments/owed.ts';
import { actAsOwner, auditDraft } from './as-owner.ts';
import { keptDaysOnceSent } from './draft-limits.ts';

/** The draft that a request was written in. */
export interface FiledDraft {
  id: string;
  owner: string;
  /** What of its costs must be settled before it is sent; all, unless told. */
  settles?: Settles | undefined;
}

/** In the transaction that files: nothing of the draft is left but what it became. The transaction acts as its owner from here on. */
export async function closeDraft(
  client: pg.ClientBase,
  { id, owner }: FiledDraft,
  procedure: string,
  at: Date,
): Promise<void> {
  await actAsOwner(client, owner);
  const until = new Date(at.getTime() + keptDaysOnceSent * 86_400_000);
  await client.query('DELETE FROM eli4u.request_draft_file WHERE draft_id = $1', [id]);
  await client.query(
    `UPDATE eli4u.request_draft SET filed_as = $2, filed_at = $3, expires_at = $4, answers = '{}', revision = revision + 1 WHERE id = $1`,
    [id, procedure, at, until],
  );
  await auditDraft(client, { at, owner, draft: id, action: 'filed', details: { procedure } });
}

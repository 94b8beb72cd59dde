import type pg from 'pg';
import { decideAgain } from './decide-again.ts';
import { projectDecided } from './in-dissemination.ts';

/**
 * After a source was written anew: what an archivist said of access holds for what came below it too, and is decided again for what the
 * source said otherwise. In the transaction that wrote it.
 */
export async function keepRestrictions(client: pg.ClientBase, sourceId: number, today: string): Promise<void> {
  const { rowCount } = await client.query(
    `SELECT FROM eli4u.restriction a WHERE EXISTS (SELECT FROM eli4u.record r WHERE r.id = a.record_id AND r.source_id = $1)
         OR EXISTS (SELECT FROM eli4u.record c WHERE c.parent_id = a.record_id AND c.source_id = $1) LIMIT 1`,
    [sourceId],
  );
  if (!rowCount) return;
  await client.query(
    `WITH RECURSIVE heir AS (
       SELECT c.id, a.sensitivity, a.closed, a.closed_until, a.reason, a.set_by, a.set_at
         FROM eli4u.restriction a JOIN eli4u.record c ON c.parent_id = a.record_id
        WHERE a.inherits AND c.source_id = $1 AND NOT EXISTS (SELECT FROM eli4u.restriction k WHERE k.record_id = c.id)
       UNION ALL
       SELECT c.id, h.sensitivity, h.closed, h.closed_until, h.reason, h.set_by, h.set_at
         FROM heir h JOIN eli4u.record c ON c.parent_id = h.id WHERE NOT EXISTS (SELECT FROM eli4u.restriction k WHERE k.record_id = c.id)),
     said AS (
       INSERT INTO eli4u.restriction (record_id, sensitivity, closed, closed_until, reason, inherits, set_by, set_at)
       SELECT id, sensitivity, closed, closed_until, reason, true, set_by, set_at FROM heir RETURNING record_id, sensitivity)
     UPDATE eli4u.record r SET sensitivity = s.sensitivity FROM said s WHERE r.id = s.record_id`,
    [sourceId],
  );
  const changed = await decideAgain(
    client,
    {
      sql: `SELECT a.record_id FROM eli4u.restriction a JOIN eli4u.record q ON q.id = a.record_id WHERE q.source_id = $1`,
      values: [sourceId],
    },
    today,
  );
  if (changed > 0) await projectDecided(client);
}

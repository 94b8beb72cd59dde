import type pg from 'pg';

/** A fascicolo that is opened again is current again, out of the deposit, with what lies in it; no list proposes it any more. */
export async function backToOffice(client: Pick<pg.ClientBase, 'query'>, id: string): Promise<void> {
  await client.query(
    `WITH RECURSIVE moved AS (
       SELECT id FROM eli4u.record WHERE id = $1
       UNION ALL SELECT k.id FROM eli4u.record k JOIN moved m ON k.parent_id = m.id)
     UPDATE eli4u.record SET phase = 'current', changed_at = now() WHERE id IN (SELECT id FROM moved) AND phase = 'deposit'`,
    [id],
  );
  await client.query(
    `UPDATE eli4u.disposal_item SET state = 'held', reason = 'riaperto' WHERE record_id = $1 AND state IN ('proposed', 'granted')`,
    [id],
  );
}

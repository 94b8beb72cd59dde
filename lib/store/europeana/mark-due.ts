import type pg from 'pg';

/**
 * What of these records is worth something to Europeana is to be weighed again: those with reproductions, and those that had some. In the
 * transaction that changes what is shown of them.
 */
export async function markDue(client: Pick<pg.ClientBase, 'query'>, ids: readonly string[]): Promise<void> {
  await client.query({
    name: 'europeana-due',
    text: `WITH digitised AS (
        INSERT INTO eli4u.europeana_unit AS u (record_id, root_id)
        SELECT r.id, r.root_id FROM eli4u.record r
         WHERE r.id = ANY($1::text[]) AND EXISTS (SELECT FROM eli4u.digital_object o WHERE o.record_id = r.id) ORDER BY r.id
        ON CONFLICT (record_id) DO UPDATE SET due = true WHERE NOT u.due RETURNING record_id)
      UPDATE eli4u.europeana_unit SET due = true
       WHERE record_id = ANY($1::text[]) AND NOT due AND record_id NOT IN (SELECT record_id FROM digitised)`,
    values: [ids],
  });
}

import type pg from 'pg';
import { forgetAgents } from './empty-case.ts';

/**
 * What a fascicolo of whatever kind, with its sottofascicoli, says of persons beside its record: the words and keywords it was found by, whom it names,
 * names of files, why something was done. Code, class, days and what was done stay. In the transaction that made its item `destroying`.
 */
export async function emptyFascicoli(client: pg.ClientBase, ids: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ agent: string }>(
    `SELECT agent_id AS agent FROM eli4u.record_agent WHERE record_id = ANY($1) AND role = 'party'`,
    [ids],
  );
  await client.query('DELETE FROM eli4u.fascicolo_words WHERE record_id = ANY($1)', [ids]);
  await client.query(`UPDATE eli4u.fascicolo SET keywords = '{}' WHERE record_id = ANY($1) AND keywords <> '{}'`, [
    ids,
  ]);
  await client.query(
    `UPDATE eli4u.fascicolo_event SET details = details - 'why' WHERE record_id = ANY($1) AND details ? 'why'`,
    [ids],
  );
  await client.query(
    'UPDATE eli4u.procedure_document SET file_name = NULL WHERE procedure_id = ANY($1) AND file_name IS NOT NULL',
    [ids],
  );
  await client.query(`DELETE FROM eli4u.record_agent WHERE record_id = ANY($1) AND role = 'party'`, [ids]);
  await forgetAgents(
    client,
    rows.map(({ agent }) => agent),
  );
}

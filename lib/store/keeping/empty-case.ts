import type pg from 'pg';
import { emptied, emptiedWord } from '#lib/procedures/cases/emptied.ts';
import { evolve } from '#lib/procedures/cases/evolve.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import { emptyDeliveries } from '#lib/store/deliveries/empty-deliveries.ts';
import { eventsAfter } from '#lib/store/procedures/stored-events.ts';

/** More events than a case ever has. */
const everyEvent = 1_000_000;

/**
 * What a procedure says of persons goes with its fascicolo: answers, parties, words, names of files, its subject. Type, days, outcome and
 * registration stay. In the transaction that made its item `destroying`, for the database lets it happen at no other time.
 */
export async function emptyCase(client: pg.ClientBase, id: string): Promise<void> {
  const agents = await agentsOf(client, id);
  const events = (await eventsAfter(client, id, 0, everyEvent)).map(({ n, event }) => ({ n, payload: emptied(event) }));
  await client.query(
    `UPDATE eli4u.procedure_event e SET payload = t.payload FROM jsonb_to_recordset($2) AS t (n integer, payload jsonb)
      WHERE e.procedure_id = $1 AND e.n = t.n AND e.payload <> t.payload`,
    [id, JSON.stringify(events)],
  );
  const procedure = events.reduce<Procedure | null>((before, { payload }) => evolve(before, payload), null);
  if (procedure)
    await client.query(`UPDATE eli4u.procedure SET document = $2, subject = $3, applicant_agent = NULL WHERE id = $1`, [
      id,
      JSON.stringify(procedure),
      emptiedWord,
    ]);
  await emptyDeliveries(client, id);
  await client.query('DELETE FROM eli4u.procedure_words WHERE procedure_id = $1', [id]);
  await client.query('DELETE FROM eli4u.procedure_reference WHERE procedure_id = $1', [id]);
  await client.query('DELETE FROM eli4u.procedure_party WHERE procedure_id = $1', [id]);
  await client.query('DELETE FROM eli4u.case_seen WHERE procedure_id = $1', [id]);
  await client.query('DELETE FROM eli4u.payment WHERE procedure_id = $1', [id]);
  await client.query('DELETE FROM eli4u.notification WHERE procedure_id = $1', [id]);
  await client.query(`SELECT eli4u.act_as('system', 'scarto')`);
  await client.query('DELETE FROM eli4u.case_message WHERE procedure_id = $1', [id]);
  await client.query(`DELETE FROM eli4u.record_agent WHERE record_id = $1 AND role = 'party'`, [id]);
  await forgetAgents(client, agents);
}

async function agentsOf(client: pg.ClientBase, id: string): Promise<string[]> {
  const { rows } = await client.query<{ agent: string }>(
    `SELECT agent_id AS agent FROM eli4u.procedure_party WHERE procedure_id = $1
     UNION SELECT acts_for FROM eli4u.procedure_party WHERE procedure_id = $1 AND acts_for IS NOT NULL
     UNION SELECT agent_id FROM eli4u.record_agent WHERE record_id = $1 AND role = 'party'
     UNION SELECT agent_id FROM eli4u.reading_permit WHERE procedure_id = $1`,
    [id],
  );
  return rows.map(({ agent }) => agent);
}

/** Who is named nowhere else is forgotten: tax code, contacts, name. A permit to read names its reader as long as its request is kept. */
export async function forgetAgents(client: pg.ClientBase, agents: readonly string[]): Promise<void> {
  if (agents.length === 0) return;
  const { rows } = await client.query<{ id: string }>(
    `SELECT a.id FROM eli4u.agent a WHERE a.id = ANY($1) AND a.internal
        AND NOT EXISTS (SELECT FROM eli4u.procedure_party p WHERE p.agent_id = a.id OR p.acts_for = a.id)
        AND NOT EXISTS (SELECT FROM eli4u.procedure p WHERE p.applicant_agent = a.id)
        AND NOT EXISTS (SELECT FROM eli4u.record_agent l WHERE l.agent_id = a.id)
        AND NOT EXISTS (SELECT FROM eli4u.agent_relation x WHERE x.from_id = a.id OR x.to_id = a.id)
        AND NOT EXISTS (SELECT FROM eli4u.staff_member s WHERE s.agent_id = a.id)
        AND NOT EXISTS (SELECT FROM eli4u.delegation g WHERE g.delegate_agent = a.id OR g.principal_agent = a.id)
        AND NOT EXISTS (SELECT FROM eli4u.payment y WHERE y.payer_agent = a.id)
        AND NOT EXISTS (SELECT FROM eli4u.demo_citizen z WHERE z.agent_id = a.id)
        AND NOT EXISTS (SELECT FROM eli4u.reading_permit m JOIN eli4u.record q ON q.id = m.procedure_id WHERE m.agent_id = a.id AND q.deleted_at IS NULL)
      FOR UPDATE OF a`,
    [agents],
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  await client.query(`SELECT eli4u.act_as('system', 'scarto')`);
  await client.query('DELETE FROM eli4u.agent_identity WHERE agent_id = ANY($1)', [ids]);
  await client.query('DELETE FROM eli4u.agent_identifier WHERE agent_id = ANY($1)', [ids]);
  for (const told of ['notification_address', 'push_subscription', 'notification_preference', 'notification'])
    await client.query(`DELETE FROM eli4u.${told} WHERE agent_id = ANY($1)`, [ids]);
  await client.query(
    `UPDATE eli4u.agent SET authorised_name = $2, name_key = 'scartato ' || id, description = '{}', date_display = NULL, date_start = NULL,
       date_end = NULL, changed_at = now(), deleted_at = now() WHERE id = ANY($1)`,
    [ids, emptiedWord],
  );
}

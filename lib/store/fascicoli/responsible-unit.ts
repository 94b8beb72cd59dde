import type pg from 'pg';
import type { Day } from '#lib/procedures/day.ts';
import { agentNameKey } from '#lib/records/agent-name.ts';
import { IdentifierMint } from '#lib/store/writing/identifier-mint.ts';

/**
 * Makes a unit the responsible one of a fascicolo from a day on; the one before was so until then. Offices are reorganised, and who answered for a file
 * on a day is asked years later. Nothing is written where it is the unit already.
 */
export async function assignUnit(
  client: pg.ClientBase,
  { record, unit, on }: { record: string; unit: string; on: Day },
): Promise<void> {
  const agent = await agentOfUnit(client, unit);
  const { rows } = await client.query<{ agent: string; next: number }>(
    `SELECT (SELECT agent_id FROM eli4u.record_agent WHERE record_id = $1 AND role = 'responsibleUnit' AND date_end IS NULL LIMIT 1) AS agent,
            (SELECT coalesce(max(ordinal), -1) + 1 FROM eli4u.record_agent WHERE record_id = $1) AS next`,
    [record],
  );
  if (rows[0]?.agent === agent) return;
  await client.query(
    `UPDATE eli4u.record_agent SET date_end = greatest(date_start, $2)
      WHERE record_id = $1 AND role = 'responsibleUnit' AND date_end IS NULL`,
    [record, on],
  );
  // Not shown: while a file is current nothing of it is, and what it becomes is decided when it leaves the office.
  await client.query(
    `INSERT INTO eli4u.record_agent (record_id, ordinal, agent_id, role, label, date_start, internal) VALUES ($1, $2, $3, 'responsibleUnit', $4, $5, true)`,
    [record, rows[0]?.next ?? 0, agent, unit, on],
  );
  await client.query('UPDATE eli4u.fascicolo SET unit = $2 WHERE record_id = $1', [record, unit]);
}

/** The agent that an office is, made the first time somebody is in charge of something. */
async function agentOfUnit(client: pg.ClientBase, unit: string): Promise<string> {
  const known = await findAgent(client, unit);
  if (known) return known;
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 4104))', [`unit ${unit}`]);
  const meanwhile = await findAgent(client, unit);
  if (meanwhile) return meanwhile;
  const mint = new IdentifierMint(client);
  await mint.reserve(1);
  const id = mint.take();
  const { rows } = await client.query<{ name: string }>('SELECT name_it AS name FROM eli4u.unit WHERE code = $1', [
    unit,
  ]);
  const name = rows[0]?.name ?? unit;
  await client.query(
    `INSERT INTO eli4u.agent (id, kind, authorised_name, name_key, internal) VALUES ($1, 'corporateBody', $2, $3, true)`,
    [id, name, agentNameKey(name)],
  );
  await client.query('INSERT INTO eli4u.unit_agent (unit_code, agent_id) VALUES ($1, $2)', [unit, id]);
  return id;
}

async function findAgent(client: pg.ClientBase, unit: string): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT agent_id AS id FROM eli4u.unit_agent WHERE unit_code = $1',
    [unit],
  );
  return rows[0]?.id ?? null;
}

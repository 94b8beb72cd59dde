import type pg from 'pg';
import { parentOf, type UnitNames } from '#lib/procedures/types/units.ts';

/** Brings the table of offices in step with the file that says them. Writes only what differs; an office no longer there is marked as ended. */
export async function syncUnits(client: Pick<pg.ClientBase, 'query'>, units: UnitNames): Promise<void> {
  const rows = [...units].map(([code, unit]) => ({
    code,
    name_it: unit.it,
    name_en: unit.en,
    parent_code: parentOf(unit),
    contacts: unit.contacts,
  }));
  // One statement: the reference to the office above is looked at when the transaction ends.
  await client.query(
    `WITH said AS (
       SELECT * FROM jsonb_to_recordset($1) AS u (code text, name_it text, name_en text, parent_code text, contacts jsonb)
     ), ended AS (
       UPDATE eli4u.unit SET ended_at = now(), changed_at = now() WHERE ended_at IS NULL AND code NOT IN (SELECT code FROM said)
     )
     INSERT INTO eli4u.unit AS u (code, name_it, name_en, parent_code, contacts) SELECT code, name_it, name_en, parent_code, contacts FROM said
     ON CONFLICT (code) DO UPDATE SET name_it = excluded.name_it, name_en = excluded.name_en, parent_code = excluded.parent_code,
       contacts = excluded.contacts, ended_at = NULL, changed_at = now()
     WHERE (u.name_it, u.name_en, u.parent_code, u.contacts) IS DISTINCT FROM
           (excluded.name_it, excluded.name_en, excluded.parent_code, excluded.contacts) OR u.ended_at IS NOT NULL`,
    [JSON.stringify(rows)],
  );
}

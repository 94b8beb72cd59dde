import type pg from 'pg';
import { numberOfCode } from '#lib/fascicoli/reference-code.ts';

/** The fascicolo that a code names (`2026-VI/3.12`), or that has this id; null where there is none. */
export async function fascicoloNamed(client: Pick<pg.ClientBase, 'query'>, named: string): Promise<string | null> {
  const number = numberOfCode(named.trim());
  const { rows } = number
    ? await client.query<{ id: string }>(
        `SELECT record_id AS id FROM eli4u.fascicolo WHERE title = $1 AND class = $2 AND year = $3 AND number = $4 AND sub_number = $5`,
        [number.title, number.class, number.year, number.number, number.sub],
      )
    : await client.query<{ id: string }>(`SELECT id FROM eli4u.record WHERE id = $1 AND level = 'file'`, [
        named.trim(),
      ]);
  return rows[0]?.id ?? null;
}

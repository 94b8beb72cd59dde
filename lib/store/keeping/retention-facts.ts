import type pg from 'pg';
import { retentionFactsSchema, type RetentionFacts } from '#lib/procedures/cases/retention-facts.ts';

/** What is known of the days from which the keeping of a fascicolo may run. */
export async function readRetentionFacts(client: Pick<pg.ClientBase, 'query'>, id: string): Promise<RetentionFacts> {
  const { rows } = await client.query<{ fact: string; on: string | null }>(
    `SELECT f.fact, coalesce(f.on_day, m.closed_on) AS on FROM eli4u.retention_fact f LEFT JOIN eli4u.record m ON m.id = f.main_id
      WHERE f.record_id = $1`,
    [id],
  );
  return retentionFactsSchema.parse(Object.fromEntries(rows.flatMap(({ fact, on }) => (on ? [[fact, on]] : []))));
}

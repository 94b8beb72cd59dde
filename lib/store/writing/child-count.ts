import type pg from 'pg';
import { shown } from '#lib/store/shown.ts';

/** Counts again what the public is shown below these records. */
export async function recountChildren(client: pg.ClientBase, ids: readonly string[]): Promise<void> {
  await recountChildrenOf(client, 'SELECT unnest($1::text[]) AS id', [ids]);
}

/** The same for the ids that a query gives as `id`. */
export async function recountChildrenOf(client: pg.ClientBase, sql: string, values: unknown[]): Promise<void> {
  await client.query(
    `UPDATE eli4u.record p SET child_count = c.n
       FROM (SELECT t.id, (SELECT count(*) FROM eli4u.record k WHERE k.parent_id = t.id AND ${shown('k')})::integer AS n FROM (${sql}) t) c
      WHERE p.id = c.id AND p.child_count <> c.n AND p.deleted_at IS NULL`,
    values,
  );
}

import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import { schemaVersion, type IndexNames } from './elasticsearch-indices.ts';

/** How far a reindex has come: kept in the store, so that one that was killed goes on where it was. */
const reindexStateSchema = z.object({
  /** What the names of the indices being filled end with. */
  suffix: z.string(),
  schema: z.string(),
  /** The last record of which everything is written; empty: none. */
  last: z.string(),
  done: z.number(),
});
export type ReindexState = z.infer<typeof reindexStateSchema>;

const keyOf = (names: IndexNames): string => `search.reindex ${names.public}`;

/** The run that did not end, if it was of today's schema. */
export async function knownReindex(pool: pg.Pool, names: IndexNames): Promise<ReindexState | null> {
  const { rows } = await pool.query<{ value: unknown }>(`SELECT value FROM eli4u.setting WHERE key = $1`, [
    keyOf(names),
  ]);
  const known = reindexStateSchema.safeParse(rows[0]?.value);
  return known.success && known.data.schema === schemaVersion() ? known.data : null;
}

export async function beginReindex(pool: pg.Pool, names: IndexNames): Promise<ReindexState> {
  const suffix = `${Date.now().toString(36)}${randomBytes(2).toString('hex')}`;
  const state: ReindexState = { suffix, schema: schemaVersion(), last: '', done: 0 };
  await noteProgress(pool, names, state);
  return state;
}

export async function noteProgress(pool: pg.Pool, names: IndexNames, state: ReindexState): Promise<void> {
  await pool.query(
    `INSERT INTO eli4u.setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = now()`,
    [keyOf(names), JSON.stringify(state)],
  );
}

export async function endReindex(pool: pg.Pool, names: IndexNames): Promise<void> {
  await pool.query(`DELETE FROM eli4u.setting WHERE key = $1`, [keyOf(names)]);
}

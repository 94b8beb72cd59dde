import type pg from 'pg';

/**
 * When something in a fonds (of null: anywhere) last changed, as far as harvests are told; an ISO moment, or null where nothing ever did. What is told
 * later has a later one, so that a copy of before is known for old.
 */
export async function lastChangeWithin(pool: pg.Pool, rootId: string | null): Promise<string | null> {
  const { rows } = await pool.query<{ stamp: number | null }>({
    name: rootId === null ? 'last-change' : 'last-change-within',
    text: `SELECT extract(epoch FROM least((SELECT max(subtree_stamp) FROM eli4u.disseminated d WHERE (d.ever_able & 1) <> 0 ${rootId === null ? '' : 'AND d.id = $1'}),
      (SELECT published FROM eli4u.dissemination_clock)))::float8 AS stamp`,
    values: rootId === null ? [] : [rootId],
  });
  const stamp = rows[0]?.stamp ?? null;
  return stamp === null ? null : new Date(stamp * 1000).toISOString();
}

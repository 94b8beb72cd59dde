import type pg from 'pg';

/** What became of the manifest of a unit; `stamp` is what harvests are told, an ISO moment. */
export interface ManifestActivity {
  recordId: string;
  kind: 'Create' | 'Update' | 'Delete';
  stamp: string;
}

/** How many there are, and when the last was. */
export interface ActivityCount {
  total: number;
  stamp: string | null;
}

interface ActivityRow {
  n: string;
  record_id: string;
  kind: ManifestActivity['kind'];
  stamp: string;
}

// Written as ISO 8601 says it, and no further than harvests are told.
const columns = `a.n, a.record_id, a.kind, to_char(a.stamp AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS stamp`;
const told = 'a.stamp <= (SELECT published FROM eli4u.dissemination_clock)';

/** Numbers are without gaps, from 0: the last says how many. */
export async function countActivities(pool: pg.Pool): Promise<ActivityCount> {
  const { rows } = await pool.query<ActivityRow>({
    name: 'activities-last',
    text: `SELECT ${columns} FROM eli4u.manifest_activity a WHERE ${told} ORDER BY a.n DESC LIMIT 1`,
  });
  const [last] = rows;
  return { total: last ? Number(last.n) + 1 : 0, stamp: last?.stamp ?? null };
}

/** Some of them, the oldest first, from a number on: what was told once under a number is told so for ever. */
export async function listActivities(pool: pg.Pool, from: number, most: number): Promise<ManifestActivity[]> {
  const { rows } = await pool.query<ActivityRow>({
    name: 'activities-page',
    text: `SELECT ${columns} FROM eli4u.manifest_activity a WHERE a.n >= $1 AND a.n < $2 AND ${told} ORDER BY a.n`,
    values: [from, from + most],
  });
  return rows.map(({ record_id: recordId, kind, stamp }) => ({ recordId, kind, stamp }));
}

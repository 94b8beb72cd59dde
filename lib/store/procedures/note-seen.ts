import type pg from 'pg';

/** They have read the case as far as it has come, and with it what they were told of it. */
export async function noteSeen(
  pool: Pick<pg.Pool, 'query'>,
  reader: string,
  procedure: string,
  at: Date,
): Promise<void> {
  await pool.query(
    `WITH told AS (UPDATE eli4u.notification SET read_at = $3 WHERE procedure_id = $2 AND agent_id = $1 AND read_at IS NULL)
     INSERT INTO eli4u.case_seen (agent_id, procedure_id, n, at) SELECT $1, p.id, p.version, $3 FROM eli4u.procedure p WHERE p.id = $2
     ON CONFLICT (agent_id, procedure_id) DO UPDATE SET n = EXCLUDED.n, at = EXCLUDED.at WHERE case_seen.n < EXCLUDED.n`,
    [reader, procedure, at],
  );
}

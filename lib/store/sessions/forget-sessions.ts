import type pg from 'pg';

/** Milliseconds for which a session that is over can still be looked at. */
const kept = 30 * 24 * 60 * 60 * 1000;

/** Forgets sessions that were over a month ago; their lines in the audit stay. @returns how many */
export async function forgetSessions(pool: Pick<pg.Pool, 'query'>, now: Date): Promise<number> {
  const { rowCount } = await pool.query('DELETE FROM eli4u.sign_in_session WHERE ends_at < $1', [
    new Date(now.getTime() - kept),
  ]);
  return rowCount ?? 0;
}

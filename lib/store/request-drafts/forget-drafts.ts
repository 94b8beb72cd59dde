import type pg from 'pg';

/** Ends drafts that nobody came back to for a year; the bytes that waited with them are swept with those to which nothing refers. @returns how many */
export async function forgetRequestDrafts(pool: Pick<pg.Pool, 'query'>, now: Date): Promise<number> {
  const { rows } = await pool.query<{ gone: string }>('SELECT eli4u.forget_request_drafts($1) AS gone', [now]);
  return Number(rows[0]?.gone ?? 0);
}

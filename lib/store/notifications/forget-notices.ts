import type pg from 'pg';

/** Notices that go in one statement: what is written beside it waits no longer than that. */
const batch = 5000;

/** Forgets informative notices of before an instant, from the oldest on, with how they went out. @returns how many */
export async function forgetNotices(pool: Pick<pg.Pool, 'query'>, before: Date, signal?: AbortSignal): Promise<number> {
  let forgotten = 0;
  while (!signal?.aborted) {
    const { rowCount } = await pool.query(
      `DELETE FROM eli4u.notification WHERE id IN (
         SELECT id FROM eli4u.notification WHERE kind = 'informative' AND at < $1 ORDER BY at LIMIT ${batch})`,
      [before],
    );
    forgotten += rowCount ?? 0;
    if ((rowCount ?? 0) < batch) break;
  }
  return forgotten;
}

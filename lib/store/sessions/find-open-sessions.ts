import type pg from 'pg';
import type { Who } from '#lib/store/staff/staff-store.ts';

export interface OpenSession {
  id: string;
  by: string;
  browser: string;
  began: Date;
  seen: Date;
}

/** Most that are shown: nobody has more browsers, and the way out closes all. */
const most = 50;

/** Where somebody is signed in, the latest seen first. */
export async function findOpenSessions(pool: Pick<pg.Pool, 'query'>, who: Who, now: Date): Promise<OpenSession[]> {
  const { rows } = await pool.query<Record<'id' | 'by' | 'browser' | 'began' | 'seen', string>>(
    `SELECT id, by, browser, began_at AS began, seen_at AS seen FROM eli4u.sign_in_session
      WHERE kind = $1 AND who_id = $2 AND ended_at IS NULL AND ends_at > $3 ORDER BY seen_at DESC LIMIT ${most}`,
    [who.kind, who.id, now],
  );
  return rows.map(({ began, seen, ...rest }) => ({ ...rest, began: new Date(began), seen: new Date(seen) }));
}

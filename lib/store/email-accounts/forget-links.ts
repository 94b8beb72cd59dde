import type pg from 'pg';
import { acting } from '#lib/store/notifications/acting.ts';

/** Forgets links two days after they were asked for: until then they count against too many. @returns how many */
export const forgetLinks = (pool: pg.Pool, now: Date): Promise<number> =>
  acting(pool, { kind: 'system' }, async (client) => {
    const { rowCount } = await client.query(
      `DELETE FROM eli4u.email_sign_in WHERE asked_at < $1::timestamptz - interval '2 days'`,
      [now],
    );
    return rowCount ?? 0;
  });

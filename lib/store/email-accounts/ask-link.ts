import type pg from 'pg';
import type { Language } from '#lib/i18n/language.ts';
import { acting } from '#lib/store/notifications/acting.ts';

/** Letters that one address is sent in an hour, and in a day: nobody's box is filled by somebody else. */
const mostInAnHour = 3;
const mostInADay = 8;

/** What somebody asks who has neither SPID nor CIE. */
export interface LinkAsked {
  /** As `emailAddress` gives it. */
  email: string;
  language: Language;
  returnTo: string;
}

/**
 * Asks for a link. Whoever asks learns nothing of it: not whether the address is somebody's, nor whether a letter goes; too many go unsaid.
 * @returns whether a letter goes, for tests
 */
export const askLink = (pool: pg.Pool, { email, language, returnTo }: LinkAsked, now: Date): Promise<boolean> =>
  acting(pool, { kind: 'system' }, async (client) => {
    // Two who ask at once for one address are counted one after the other.
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 4104))', [`email ${email}`]);
    const { rowCount } = await client.query(
      `INSERT INTO eli4u.email_sign_in (email, language, return_to, asked_at, due)
       SELECT $1, $2, $3, $4, $4
        WHERE (SELECT count(*) FROM eli4u.email_sign_in WHERE email = $1 AND asked_at > $4::timestamptz - interval '1 hour') < ${mostInAnHour}
          AND (SELECT count(*) FROM eli4u.email_sign_in WHERE email = $1 AND asked_at > $4::timestamptz - interval '1 day') < ${mostInADay}`,
      [email, language, returnTo, now],
    );
    return rowCount === 1;
  });

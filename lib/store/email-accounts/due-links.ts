import type pg from 'pg';
import type { Language } from '#lib/i18n/language.ts';
import { acting } from '#lib/store/notifications/acting.ts';

/** A link that somebody waits for. */
export interface DueLink {
  id: string;
  email: string;
  language: Language;
  askedAt: string;
  attempts: number;
}

/** Links that are to be sent now; they are nobody else's for a minute. */
export const takeDueLinks = (pool: pg.Pool, now: Date): Promise<DueLink[]> =>
  acting(pool, { kind: 'system' }, async (client) => {
    const { rows } = await client.query<DueLink>(
      `UPDATE eli4u.email_sign_in s SET due = $1::timestamptz + interval '1 minute', attempts = s.attempts + 1
         FROM (SELECT id FROM eli4u.email_sign_in WHERE due <= $1 ORDER BY due LIMIT 20 FOR UPDATE SKIP LOCKED) t
        WHERE s.id = t.id RETURNING s.id, s.email, s.language, s.asked_at AS "askedAt", s.attempts`,
      [now],
    );
    return rows;
  });

/** Keeps the hash of a link before its letter goes: whoever is quick finds it there. One that was sent before serves no more. */
export const keepCode = (pool: pg.Pool, id: string, codeHash: Buffer, endsAt: Date): Promise<void> =>
  acting(pool, { kind: 'system' }, async (client) => {
    await client.query(
      'UPDATE eli4u.email_sign_in SET code_hash = $2, ends_at = $3 WHERE id = $1 AND used_at IS NULL',
      [id, codeHash, endsAt],
    );
  });

/** The letter went, or is to be tried again; null: no more. */
export const noteLetter = (pool: pg.Pool, id: string, next: Date | null): Promise<void> =>
  acting(pool, { kind: 'system' }, async (client) => {
    await client.query('UPDATE eli4u.email_sign_in SET due = $2 WHERE id = $1', [id, next]);
  });

import type pg from 'pg';
import { judgeTurn, type TurnVerdict } from '#lib/access/session-turn.ts';
import { knownBys, type KnownBy } from '#lib/access/session.ts';
import type { Who } from '#lib/store/staff/staff-store.ts';
import { findOpenSessions, type OpenSession } from './find-open-sessions.ts';

export type { OpenSession } from './find-open-sessions.ts';

/** What is known when somebody signs in. */
export interface NewSession {
  who: Who;
  by: string;
  assurance: string | null;
  /** Of a citizen; null for who works here. */
  knownBy: KnownBy | null;
  browser: string;
}

/** Whose a session is, and by what they are known in it. */
export interface Found extends Who {
  knownBy: KnownBy | null;
}

/** What a cookie says of its session. */
export interface SessionKey {
  id: string;
  turn: number;
}

export interface SessionLimits {
  idleSeconds: number;
  longestSeconds: number;
}

interface Row {
  kind: Who['kind'];
  who_id: string;
  known_by: string | null;
  turn: number;
  /** Milliseconds since 1970. */
  turned: number;
  ends: number;
  ended: number | null;
}

const milliseconds = (column: string): string => `round(extract(epoch FROM ${column}) * 1000)::float8`;

/** Who acts, as the audit names them. */
const actor = `CASE kind WHEN 'staff' THEN 'officer:' ELSE 'citizen:' END || who_id`;

/** Sessions of who is signed in; each request asks here. One per process. */
export function createSessionStore(pool: pg.Pool, { idleSeconds, longestSeconds }: SessionLimits) {
  /** The row of a cookie and what to think of its turn; a copy ends the session for both who hold it. */
  const judge = async (
    key: SessionKey,
    now: Date,
    begun: Date,
  ): Promise<{ who: Found; turn: number; verdict: TurnVerdict } | null> => {
    const { rows } = await pool.query<Row>(
      `SELECT kind, who_id, known_by, turn, ${milliseconds('turned_at')} AS turned, ${milliseconds('ends_at')} AS ends, ${milliseconds('ended_at')} AS ended
         FROM eli4u.sign_in_session WHERE id = $1`,
      [key.id],
    );
    const row = rows[0];
    if (!row) return null;
    const knownBy = knownBys.find((one) => one === row.known_by) ?? null;
    const who: Found = { kind: row.kind, id: row.who_id, knownBy };
    const kept = {
      turn: row.turn,
      turnedAt: row.turned,
      endsAt: row.ends,
      endedAt: row.ended,
    };
    const verdict = judgeTurn(kept, key.turn, now.getTime(), begun.getTime());
    if (verdict === 'copied') await end(key.id, 'copied', now);
    return { who, turn: row.turn, verdict };
  };

  const end = async (id: string, why: 'signedOut' | 'copied', now: Date): Promise<void> => {
    await pool.query(
      `WITH ended AS (
         UPDATE eli4u.sign_in_session SET ended_at = $2, ended_why = $3 WHERE id = $1 AND ended_at IS NULL RETURNING kind, who_id, by
       )
       INSERT INTO eli4u.audit_event (actor, action, subject_id, details)
       SELECT ${actor}, $4, CASE WHEN kind = 'citizen' THEN who_id END, jsonb_build_object('by', by) FROM ended`,
      [id, now, why, why === 'copied' ? 'sessionCopied' : 'signedOut'],
    );
  };

  return {
    /** Begins a session and notes it. @returns what its cookie is to say */
    begin: async ({ who, by, assurance, knownBy, browser }: NewSession, now: Date): Promise<SessionKey> => {
      const { rows } = await pool.query<{ id: string }>(
        `WITH begun AS (
           INSERT INTO eli4u.sign_in_session (kind, who_id, by, assurance, browser, turned_at, began_at, seen_at, ends_at, latest_at, known_by)
           VALUES ($1, $2, $3, $4, $5, $6, $6, $6, $6::timestamptz + $7 * interval '1 second', $6::timestamptz + $8 * interval '1 second', $9)
           RETURNING id, kind, who_id, by, assurance
         ), noted AS (
           INSERT INTO eli4u.audit_event (actor, action, subject_id, details)
           SELECT ${actor}, 'signedIn', CASE WHEN kind = 'citizen' THEN who_id END,
                  jsonb_strip_nulls(jsonb_build_object('by', by, 'assurance', assurance)) FROM begun
         )
         SELECT id FROM begun`,
        [who.kind, who.id, by, assurance, browser.slice(0, 300), now, idleSeconds, longestSeconds, knownBy],
      );
      const id = rows[0]?.id;
      if (!id) throw new Error('a session was written and gave no id');
      return { id, turn: 0 };
    },

    /** Whose session a cookie names; null for one that is over or nobody's. Puts the next turn in use when it is first seen. @param begun when the request did */
    find: async (key: SessionKey, now: Date, begun: Date = now): Promise<Found | null> => {
      const judged = await judge(key, now, begun);
      if (!judged || judged.verdict === 'over' || judged.verdict === 'copied') return null;
      if (judged.verdict === 'next') await take(pool, key, now);
      return judged.who;
    },

    /**
     * Lets a session go on. @returns what the new cookie is to say: the next turn, the same for whoever asks at the same time; null where the
     * session is over
     */
    renew: async (key: SessionKey, now: Date, begun: Date = now): Promise<SessionKey | null> => {
      const judged = await judge(key, now, begun);
      if (!judged || judged.verdict === 'over' || judged.verdict === 'copied') return null;
      if (judged.verdict === 'next') await take(pool, key, now);
      await pool.query(
        `UPDATE eli4u.sign_in_session SET seen_at = $2, ends_at = least(latest_at, $2::timestamptz + $3 * interval '1 second')
          WHERE id = $1 AND ended_at IS NULL`,
        [key.id, now, idleSeconds],
      );
      return { id: key.id, turn: judged.verdict === 'before' ? judged.turn : key.turn + 1 };
    },

    /** Signs out of this session. */
    end: (id: string, now: Date): Promise<void> => end(id, 'signedOut', now),

    /** Signs out everywhere. @returns how many sessions were open */
    endAll: async (who: Who, now: Date): Promise<number> => {
      const { rows } = await pool.query<{ count: number }>(
        `WITH ended AS (
           UPDATE eli4u.sign_in_session SET ended_at = $3, ended_why = 'everywhere'
            WHERE kind = $1 AND who_id = $2 AND ended_at IS NULL AND ends_at > $3 RETURNING kind, who_id
         ), noted AS (
           INSERT INTO eli4u.audit_event (actor, action, subject_id, details)
           SELECT ${actor}, 'signedOutEverywhere', CASE WHEN kind = 'citizen' THEN who_id END, jsonb_build_object('sessions', count(*))
             FROM ended GROUP BY kind, who_id
         )
         SELECT count(*)::int AS count FROM ended`,
        [who.kind, who.id, now],
      );
      const count = rows[0]?.count ?? 0;
      return count;
    },

    /** Where somebody is signed in now, the latest seen first. */
    findOpen: (who: Who, now: Date): Promise<OpenSession[]> => findOpenSessions(pool, who, now),
  };
}
export type SessionStore = ReturnType<typeof createSessionStore>;

/** Only from the turn before, so that two requests that bring it at once put it in use once. */
async function take(pool: pg.Pool, { id, turn }: SessionKey, now: Date): Promise<void> {
  await pool.query('UPDATE eli4u.sign_in_session SET turn = $2, turned_at = $3 WHERE id = $1 AND turn = $2 - 1', [
    id,
    turn,
    now,
  ]);
}

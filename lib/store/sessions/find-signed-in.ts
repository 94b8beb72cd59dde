import type pg from 'pg';
import { knownBys } from '#lib/access/session.ts';
import type { Found } from './session-store.ts';

/** Whose session that is, where it is still open; for what was given out in it, and not for its own cookie (see `find`). */
export async function findSignedIn(pool: pg.Pool, id: string, now: Date): Promise<Found | null> {
  const { rows } = await pool.query<{ kind: Found['kind']; who: string; known: string | null }>({
    name: 'signed-in-session',
    text: `SELECT kind, who_id AS who, known_by AS known FROM eli4u.sign_in_session
      WHERE id = $1::uuid AND ended_at IS NULL AND ends_at > $2`,
    values: [id, now],
  });
  const row = rows[0];
  return row ? { kind: row.kind, id: row.who, knownBy: knownBys.find((one) => one === row.known) ?? null } : null;
}

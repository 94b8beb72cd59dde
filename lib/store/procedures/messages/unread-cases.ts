import type pg from 'pg';
import type { Reach } from '#lib/access/reach.ts';
import { Bound, withinReach } from '../reach-sql.ts';
import type { UnreadCase } from './case-message.ts';
import { cursorOf, instantPlaceOf } from './message-cursor.ts';

/** Beyond it a count says "over". */
const mostCounted = 1000;

/** In how many cases within reach a message waits for the office. */
export async function countUnreadCases(
  pool: Pick<pg.Pool, 'query'>,
  reach: Reach,
): Promise<{ value: number; over: boolean }> {
  const bound = new Bound();
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM (SELECT FROM eli4u.procedure p
      WHERE p.unread_since IS NOT NULL AND ${withinReach(reach, bound)} LIMIT ${mostCounted + 1}) u`,
    bound.values,
  );
  const n = rows[0]?.n ?? 0;
  return { value: Math.min(n, mostCounted), over: n > mostCounted };
}

/** Those cases, who has waited longest first. */
export async function listUnreadCases(
  pool: Pick<pg.Pool, 'query'>,
  reach: Reach,
  page: { after?: string | undefined; limit: number },
): Promise<{ cases: UnreadCase[]; next: string | null }> {
  const bound = new Bound();
  const limit = Math.min(Math.max(Math.trunc(page.limit), 1), 100);
  const place = instantPlaceOf(page.after);
  const after = place
    ? `AND (p.unread_since, p.id) > (${bound.bind(place[0], 'timestamptz')}, ${bound.bind(place[1], 'text')})`
    : '';
  const { rows } = await pool.query<UnreadCase>(
    `SELECT p.id AS procedure, p.title, a.authorised_name AS applicant, p.unit, p.assignee, p.unread_since AS since
       FROM eli4u.procedure p LEFT JOIN eli4u.agent a ON a.id = p.applicant_agent
      WHERE p.unread_since IS NOT NULL AND ${withinReach(reach, bound)} ${after}
      ORDER BY p.unread_since, p.id LIMIT ${bound.bind(limit + 1, 'bigint')}`,
    bound.values,
  );
  const cases = rows.slice(0, limit);
  const last = cases.at(-1);
  return { cases, next: last && rows.length > limit ? cursorOf([last.since, last.procedure]) : null };
}

/** The office has read what was written to it in a case. */
export async function noteReadByOffice(pool: Pick<pg.Pool, 'query'>, id: string): Promise<void> {
  await pool.query('UPDATE eli4u.procedure SET unread_since = NULL WHERE id = $1 AND unread_since IS NOT NULL', [id]);
}

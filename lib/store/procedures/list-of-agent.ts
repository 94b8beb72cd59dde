import type pg from 'pg';
import type { Reach } from '#lib/access/reach.ts';
import type { Day } from '#lib/procedures/day.ts';
import { lineColumns, lineOf } from './case-row.ts';
import { Bound, withinReach } from './reach-sql.ts';
import { cursorOf, placeOf } from './work-cursor.ts';
import type { WorkPage } from './work-query.ts';

/** Cases of which somebody is a party, the last filed first. */
export async function listOfAgent(
  pool: Pick<pg.Pool, 'query'>,
  agent: string,
  reach: Reach,
  page: { after?: string | undefined; limit?: number | undefined },
  today: Day,
): Promise<WorkPage> {
  const bound = new Bound();
  const limit = Math.min(Math.max(Math.trunc(page.limit ?? 50), 1), 100);
  const place = placeOf(page.after);
  const mine = `p.id IN (SELECT procedure_id FROM eli4u.procedure_party WHERE agent_id = ${bound.bind(agent, 'text')})`;
  const conditions = [mine, withinReach(reach, bound)];
  if (place) conditions.push(`(p.filed_on, p.id) < (${bound.bind(place[0], 'date')}, ${bound.bind(place[1], 'text')})`);
  const { rows } = await pool.query(
    `SELECT ${lineColumns} FROM eli4u.procedure p LEFT JOIN eli4u.agent a ON a.id = p.applicant_agent
      WHERE ${conditions.join(' AND ')} ORDER BY p.filed_on DESC, p.id DESC LIMIT ${bound.bind(limit + 1, 'bigint')}`,
    bound.values,
  );
  const lines = rows.slice(0, limit).map((row) => lineOf(row, today));
  const last = lines.at(-1);
  return { lines, next: last && rows.length > limit ? cursorOf([last.filedOn, last.id]) : null, prev: null };
}

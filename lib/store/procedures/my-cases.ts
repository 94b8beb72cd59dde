import type pg from 'pg';
import { publicEvents } from '#lib/access/public-events.ts';
import type { Reach } from '#lib/access/reach.ts';
import { readWithin } from '#lib/store/citizens/as-citizen.ts';
import type { Day } from '#lib/procedures/day.ts';
import { lineColumns, lineOf } from './case-row.ts';
import { unseenMessages } from './messages/conversations.ts';
import { Bound, withinReach } from './reach-sql.ts';
import { cursorOf, placeOf } from './work-cursor.ts';
import type { WorkLine } from './work-query.ts';

/** `needsMe`: it waits for the party; `running`: the others that run; `concluded`: what is decided, closed or not. */
export const mySections = ['needsMe', 'running', 'concluded'] as const;
export type MySection = (typeof mySections)[number];

export interface MyLine extends WorkLine {
  /** Something happened that they have not read yet. */
  isNew: boolean;
  /** It waits for this party. */
  needsMe: boolean;
}

export interface MyPage {
  lines: MyLine[];
  next: string | null;
}

/** Whether it waits for this very party: what one is asked, another need not do. */
const waitsFor = (agent: string): string =>
  `EXISTS (SELECT FROM eli4u.procedure_party w WHERE w.procedure_id = p.id AND w.agent_id = ${agent}
     AND p.waiting_for = CASE w.role WHEN 'counterparty' THEN 'counterparty' ELSE 'applicant' END)`;
const sections: Record<
  MySection,
  { condition: (agent: string) => string; key: string; order: string; before: string }
> = {
  needsMe: {
    condition: (agent) => `p.state = 'running' AND ${waitsFor(agent)}`,
    key: `coalesce(p.activity_due_on, '9999-12-31')`,
    order: 'ASC',
    before: '>',
  },
  running: {
    condition: (agent) => `p.state = 'running' AND NOT ${waitsFor(agent)}`,
    key: 'p.due_order',
    order: 'ASC',
    before: '>',
  },
  concluded: { condition: () => `p.state <> 'running'`, key: 'p.concluded_on', order: 'DESC', before: '<' },
};

/** Whose cases: `agent` is the person or body whose they are, `reader` who looks and has read or not. */
export interface WhoseCases {
  agent: string;
  reader: string;
  reach: Reach;
}

/** A page of a section of somebody's cases. */
export async function listMine(
  pool: pg.Pool,
  whose: WhoseCases,
  section: MySection,
  page: { after?: string | undefined; limit: number },
  today: Day,
): Promise<MyPage> {
  const { agent, reach } = whose;
  const bound = new Bound();
  const { condition, key, order, before } = sections[section];
  const limit = Math.min(Math.max(Math.trunc(page.limit), 1), 100);
  const place = placeOf(page.after);
  const who = bound.bind(agent, 'text');
  const conditions = [mine(who), withinReach(reach, bound), condition(who)];
  if (place)
    conditions.push(`(${key}, p.id) ${before} (${bound.bind(place[0], 'date')}, ${bound.bind(place[1], 'text')})`);
  // What only those shown need is looked up of those shown: a condition of the database stands on each.
  const shown = `SELECT p.* FROM eli4u.procedure p WHERE ${conditions.join(' AND ')} ORDER BY ${key} ${order}, p.id ${order} LIMIT ${bound.bind(limit + 1, 'bigint')}`;
  const statement = `SELECT ${lineColumns}, ${key}::text AS place, (${isNew(bound, whose)}) AS is_new
       FROM (${shown}) p LEFT JOIN eli4u.case_agent a ON a.id = p.applicant_agent ORDER BY ${key} ${order}, p.id ${order}`;
  const { rows } = await readWithin(pool, reach, (reader) =>
    reader.query<{ place: string; is_new: boolean }>(statement, bound.values),
  );
  const lines = rows
    .slice(0, limit)
    .map((row) => ({ ...lineOf(row, today), isNew: row.is_new, needsMe: section === 'needsMe' }));
  const last = lines.at(-1);
  const lastRow = rows[lines.length - 1];
  return { lines, next: last && lastRow && rows.length > limit ? cursorOf([lastRow.place, last.id]) : null };
}

/** How many each section holds. */
export async function countMine(pool: pg.Pool, { agent, reach }: WhoseCases): Promise<Record<MySection, number>> {
  const bound = new Bound();
  const who = bound.bind(agent, 'text');
  const where = `${mine(who)} AND ${withinReach(reach, bound)}`;
  const { rows } = await readWithin(pool, reach, (reader) =>
    reader.query<Record<MySection, number>>(
      `SELECT ${mySections.map((name) => `count(*) FILTER (WHERE ${sections[name].condition(who)})::int AS "${name}"`).join(', ')}
         FROM eli4u.procedure p WHERE ${where}`,
      bound.values,
    ),
  );
  return rows[0] ?? { needsMe: 0, running: 0, concluded: 0 };
}

/** They have read the case as far as it has come, and with it what they were told of it. */
export async function noteSeen(
  pool: Pick<pg.Pool, 'query'>,
  reader: string,
  procedure: string,
  at: Date,
): Promise<void> {
  await pool.query(
    `WITH told AS (UPDATE eli4u.notification SET read_at = $3 WHERE procedure_id = $2 AND agent_id = $1 AND read_at IS NULL)
     INSERT INTO eli4u.case_seen (agent_id, procedure_id, n, at) SELECT $1, p.id, p.version, $3 FROM eli4u.procedure p WHERE p.id = $2
     ON CONFLICT (agent_id, procedure_id) DO UPDATE SET n = EXCLUDED.n, at = EXCLUDED.at WHERE case_seen.n < EXCLUDED.n`,
    [reader, procedure, at],
  );
}

const mine = (agent: string): string =>
  `p.id IN (SELECT procedure_id FROM eli4u.procedure_party WHERE agent_id = ${agent})`;

/** What they did themselves is no news to them. */
function isNew(bound: Bound, { agent, reader }: WhoseCases): string {
  const who = bound.bind(reader, 'text');
  return `EXISTS (${unseenMessages(bound.bind(agent, 'text'), who)}) OR EXISTS (SELECT FROM eli4u.procedure_event e
    WHERE e.procedure_id = p.id AND e.kind = ANY(${bound.bind(publicEvents, 'text[]')}) AND e.actor <> 'citizen:' || ${who}
      AND e.n > coalesce((SELECT s.n FROM eli4u.case_seen s WHERE s.agent_id = ${who} AND s.procedure_id = p.id), 0))`;
}

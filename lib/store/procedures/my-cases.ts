import { publicEvents } from '#lib/access/public-events.ts';
import type { Reach } from '#lib/access/reach.ts';
import { procedureSchema } from '#lib/procedures/cases/procedure.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { readWithin } from '#lib/store/citizens/as-citizen.ts';
import { lineColumns, lineOf } from './case-row.ts';
import type { HandledCase } from './case-view.ts';
import { contextAt, type Desk } from './desk.ts';
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
  handled: HandledCase;
}

export interface MyPage {
  lines: MyLine[];
  next: string | null;
}

/** Somebody's cases: how many there are, and of each section that was asked for a page. */
export interface MyCases {
  counts: Record<MySection, number>;
  /** In how many the office has written what whoever looks has not seen. */
  unread: number;
  pages: Record<MySection, MyPage>;
}

/** Of each section that is to be read: after which cursor, and how many lines, at most 100. */
export type MyPagesAsked = Partial<Record<MySection, { after?: string | undefined; limit: number }>>;

/** Whose cases: `agent` is the person or body whose they are, `reader` who looks and has read or not. */
export interface WhoseCases {
  agent: string;
  reader: string;
  reach: Reach;
}

const orders: Record<MySection, { key: string; order: string; before: string }> = {
  needsMe: { key: `coalesce(activity_due_on, '9999-12-31')`, order: 'ASC', before: '>' },
  running: { key: 'due_order', order: 'ASC', before: '>' },
  concluded: { key: 'concluded_on', order: 'DESC', before: '<' },
};

interface Row extends Record<MySection, number> {
  unread: number;
  /** Null where no page has a line. */
  section: MySection | null;
  id: string;
  place: string;
  is_new: boolean;
  title: string;
  document: unknown;
}

/** Somebody's cases, counted and shown in one statement: of the hundreds of a business each is looked up once. */
export async function readMine(desk: Desk, whose: WhoseCases, asked: MyPagesAsked): Promise<MyCases> {
  const now = desk.now();
  const today = romeDay(now);
  const { statement, values } = toRead(whose, asked);
  const { rows } = await readWithin(desk.pool, whose.reach, (reader) => reader.query<Row>(statement, values));
  const handled = async ({ title, document }: Row): Promise<HandledCase> => {
    const procedure = procedureSchema.parse(document);
    return { title, procedure, context: await contextAt(desk, desk.pool, procedure.type, now) };
  };
  const pageOf = async (section: MySection): Promise<MyPage> => {
    const found = rows.filter((row) => row.section === section);
    const shown = found.slice(0, limitOf(asked[section]));
    const lines = shown.map(async (row) => ({
      ...lineOf(row, today),
      isNew: row.is_new,
      needsMe: section === 'needsMe',
      handled: await handled(row),
    }));
    const last = shown.at(-1);
    const next = last && found.length > shown.length ? cursorOf([last.place, last.id]) : null;
    return { lines: await Promise.all(lines), next };
  };
  const [needsMe, running, concluded] = await Promise.all(mySections.map(pageOf));
  const { unread = 0, ...counts } = rows[0] ?? { needsMe: 0, running: 0, concluded: 0 };
  const none = { lines: [], next: null };
  return {
    counts: { needsMe: counts.needsMe, running: counts.running, concluded: counts.concluded },
    unread,
    pages: { needsMe: needsMe ?? none, running: running ?? none, concluded: concluded ?? none },
  };
}

const limitOf = (page: MyPagesAsked[MySection]): number =>
  page ? Math.min(Math.max(Math.trunc(page.limit), 1), 100) : 0;

function toRead({ agent, reader, reach }: WhoseCases, asked: MyPagesAsked): { statement: string; values: unknown[] } {
  const bound = new Bound();
  const who = bound.bind(agent, 'text');
  const looks = bound.bind(reader, 'text');
  const pages = mySections.flatMap((section) => {
    const page = asked[section];
    if (!page) return [];
    const { key, order, before } = orders[section];
    const place = placeOf(page.after);
    const after = place
      ? `AND (${key}, id) ${before} (${bound.bind(place[0], 'date')}, ${bound.bind(place[1], 'text')})`
      : '';
    return `(SELECT id, section, unseen, ${key} AS place, row_number() OVER (ORDER BY ${key} ${order}, id ${order}) AS at
               FROM own WHERE section = '${section}' ${after} ORDER BY at LIMIT ${bound.bind(limitOf(page) + 1, 'bigint')})`;
  });
  const own = `SELECT p.id, p.activity_due_on, p.due_order, p.concluded_on, EXISTS (${unseenMessages(who, looks)}) AS unseen,
      CASE WHEN p.state <> 'running' THEN 'concluded' WHEN ${waitsFor(who)} THEN 'needsMe' ELSE 'running' END AS section
    FROM eli4u.procedure p
   WHERE p.id IN (SELECT procedure_id FROM eli4u.procedure_party WHERE agent_id = ${who}) AND ${withinReach(reach, bound)}`;
  const counts = `SELECT count(*) FILTER (WHERE unseen)::int AS unread,
      ${mySections.map((name) => `count(*) FILTER (WHERE section = '${name}')::int AS "${name}"`).join(', ')} FROM own`;
  if (pages.length === 0) return { statement: `WITH own AS (${own}) ${counts}`, values: bound.values };
  const statement = `WITH own AS MATERIALIZED (${own}), counts AS (${counts}), shown AS (${pages.join(' UNION ALL ')})
    SELECT c.*, l.* FROM counts c LEFT JOIN (
      SELECT ${lineColumns}, p.document, s.section, s.place::text AS place, s.at, (s.unseen OR ${isNew(bound, looks)}) AS is_new
        FROM shown s JOIN eli4u.procedure p ON p.id = s.id LEFT JOIN eli4u.case_agent a ON a.id = p.applicant_agent
    ) l ON true ORDER BY l.section, l.at`;
  return { statement, values: bound.values };
}

/** Whether it waits for this very party: what one is asked, another need not do. */
const waitsFor = (agent: string): string =>
  `EXISTS (SELECT FROM eli4u.procedure_party w WHERE w.procedure_id = p.id AND w.agent_id = ${agent}
     AND p.waiting_for = CASE w.role WHEN 'counterparty' THEN 'counterparty' ELSE 'applicant' END)`;

/** What they did themselves is no news to them. */
const isNew = (bound: Bound, reader: string): string =>
  `EXISTS (SELECT FROM eli4u.procedure_event e
    WHERE e.procedure_id = p.id AND e.kind = ANY(${bound.bind(publicEvents, 'text[]')}) AND e.actor <> 'citizen:' || ${reader}
      AND e.n > coalesce((SELECT s.n FROM eli4u.case_seen s WHERE s.agent_id = ${reader} AND s.procedure_id = p.id), 0))`;

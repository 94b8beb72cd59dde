import { createHash } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import { calendarDataSchema, type CalendarData } from '#lib/procedures/calendar-data.ts';
import { procedureSchema } from '#lib/procedures/cases/procedure.ts';
import type { ProcedureEvent } from '#lib/procedures/cases/procedure-event.ts';
import type { Deadline } from '#lib/procedures/clock.ts';
import { laterOf, type Day } from '#lib/procedures/day.ts';
import { reproject } from '#lib/procedures/reproject.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { dueColumnsOf, officeCalendar, type DueColumns } from './columns-of.ts';
import type { Desk } from './desk.ts';
import { inTransaction } from './in-transaction.ts';
import { saveSteps, type Steps } from './save-steps.ts';

/** Cases of one transaction. */
const batch = 1000;
const key = 'calendar';

/** The calendar that deadlines were last read by, and how far a change has come: null once all running cases were looked at. */
const keptSchema = z.object({ hash: z.string(), data: calendarDataSchema, after: z.string().nullable() });
type Kept = z.infer<typeof keptSchema>;

/**
 * After an edit of the calendar: the deadline of every running case again, and an event that names the days for those that moved. All
 * else derives deadlines anew at each reading, so that a run broken off shows nothing false and goes on where it stopped.
 */
export async function reprojectDeadlines(desk: Desk): Promise<{ edited: boolean; looked: number; moved: number }> {
  const data = desk.types.calendar();
  const hash = createHash('sha256').update(JSON.stringify(data)).digest('hex');
  const kept = await readKept(desk.pool);
  const none = { edited: false, looked: 0, moved: 0 };
  if (!kept) {
    await keep(desk.pool, { hash, data, after: null });
    return none;
  }
  if (kept.hash === hash) return none;
  const total = { edited: true, looked: 0, moved: 0 };
  for (let after: string | null = kept.after ?? ''; after !== null;) {
    const looked: { looked: number; moved: number; last: string | null } = await lookAfter(desk, kept.data, after);
    total.looked += looked.looked;
    total.moved += looked.moved;
    after = looked.last;
    await keep(desk.pool, after === null ? { hash, data, after: null } : { ...kept, after });
  }
  return total;
}

async function readKept(pool: pg.Pool): Promise<Kept | null> {
  const { rows } = await pool.query<{ value: unknown }>('SELECT value FROM eli4u.setting WHERE key = $1', [key]);
  return rows[0] ? keptSchema.parse(rows[0].value) : null;
}

async function keep(pool: pg.Pool, kept: Kept): Promise<void> {
  await pool.query(
    `INSERT INTO eli4u.setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = now()`,
    [key, JSON.stringify(kept)],
  );
}

interface Moved extends DueColumns {
  id: string;
  version: number;
  event: ProcedureEvent;
  /** Never before the case's last event, whatever the clock says. */
  at: Date;
}

interface Row {
  id: string;
  document: unknown;
  changed_at: string;
}

async function lookAfter(desk: Desk, before: CalendarData, after: string) {
  return inTransaction(desk.pool, async (client) => {
    const { rows } = await client.query<Row>(
      `SELECT id, document, changed_at FROM eli4u.procedure WHERE state = 'running' AND id > $1 ORDER BY id LIMIT $2 FOR UPDATE`,
      [after, batch],
    );
    const now = desk.now();
    const moved = rows.flatMap((row) => movedBy(desk, before, row, now));
    if (moved.length > 0) await saveMoved(client, moved);
    const last = rows.length < batch ? null : (rows.at(-1)?.id ?? null);
    return { keep: true, value: { looked: rows.length, moved: moved.length, last } };
  });
}

function movedBy(desk: Desk, data: CalendarData, row: Row, now: Date): Moved[] {
  const procedure = procedureSchema.parse(row.document);
  const today = romeDay(now);
  const { legal } = procedure;
  if (!legal || !data.offices.some(({ id }) => id === legal.calendarId)) return [];
  const before = officeCalendar(data, legal.calendarId);
  const law = desk.types.law();
  const calendar = officeCalendar(desk.types.calendar(), legal.calendarId);
  const made = reproject(legal, { law, calendar: before, today }, calendar);
  if (!made.moved) return [];
  const at = new Date(Math.max(now.getTime(), Date.parse(row.changed_at)));
  const event: ProcedureEvent = {
    kind: 'deadlineReprojected',
    day: laterOf(procedure.lastOn, romeDay(at)),
    before: endOf(made.before),
    after: endOf(made.after),
    because: made.because.map(({ on, was, is }) => ({ on, was: was?.name.it ?? null, is: is?.name.it ?? null })),
  };
  return [{ id: row.id, version: procedure.version, event, at, ...dueColumnsOf(procedure, { law, calendar, today }) }];
}

const endOf = (deadline: Deadline): Day => (deadline.kind === 'fixed' ? deadline.on : deadline.earliest);

async function saveMoved(client: pg.ClientBase, moved: readonly Moved[]): Promise<void> {
  const steps = moved.map(({ id, version, event, at }): Steps => ({
    id,
    first: version + 1,
    events: [event],
    at,
    on: romeDay(at),
    actor: 'system',
  }));
  await saveSteps(client, steps, 'reproject');
  await client.query(
    `UPDATE eli4u.procedure p SET version = p.version + 1, document = p.document || jsonb_build_object('version', p.version + 1, 'lastOn', t.last_on),
       due_on = t.due_on, due_latest = t.due_latest, clock_state = t.clock_state, changed_at = t.changed_at
     FROM json_to_recordset($1) AS t (id text, due_on date, due_latest date, clock_state text, changed_at timestamptz, last_on text)
     WHERE p.id = t.id`,
    [JSON.stringify(moved.map(({ event, at, ...row }) => ({ ...row, changed_at: at, last_on: event.day })))],
  );
}

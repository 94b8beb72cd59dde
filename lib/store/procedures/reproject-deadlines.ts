import { createHash } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import { calendarDataSchema, type CalendarData } from '#lib/procedures/calendar-data.ts';
import { procedureSchema } from '#lib/procedures/cases/procedure.ts';
import type { ProcedureEvent } from '#lib/procedures/cases/procedure-event.ts';
import { reprojected } from '#lib/procedures/cases/reprojected.ts';
import { clockSchema } from '#lib/procedures/clock.ts';
import { addDays, daySchema, laterOf, type Day } from '#lib/procedures/day.ts';
import { calendarChanges } from '#lib/procedures/reproject.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { dueColumnsOf, officeCalendar, type DueColumns } from './columns-of.ts';
import type { Desk } from './desk.ts';
import { inTransaction } from './in-transaction.ts';
import { saveSteps, type Steps } from './save-steps.ts';

/** Cases of one transaction. */
const batchSize = 1000;
const key = 'calendar';

/**
 * The calendar that deadlines were last read by, and how far a change has come towards another: null once all running cases were looked at.
 */
const keptSchema = z.object({
  hash: z.string(),
  data: calendarDataSchema,
  after: z.object({ id: z.string(), towards: z.string() }).nullable(),
});
type Kept = z.infer<typeof keptSchema>;

/**
 * After an edit of the calendar: the deadline of every running case that it can touch again, and an event that names the days for those that moved. All
 * else derives deadlines anew at each reading, so that a run broken off shows nothing false and goes on where it stopped.
 */
export async function reprojectDeadlines(desk: Desk): Promise<{ edited: boolean; looked: number; moved: number }> {
  // By an older calendar deadlines that another process has just moved would be moved back.
  await desk.types.refresh();
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
  const days = await editedDays(desk.pool, kept.data, data);
  // Edited once more meanwhile, the cases already looked at are looked at again.
  const reached = kept.after?.towards === hash ? kept.after.id : '';
  let before: Promise<void> = Promise.resolve();
  for (let after: string | null = days.length > 0 ? reached : null; after !== null;) {
    const { batch, written }: Begun = await begin(desk, kept.data, days, after);
    await before;
    before = written.then(async () => {
      if (batch.last !== null) await keep(desk.pool, { ...kept, after: { id: batch.last, towards: hash } });
    });
    // Awaited with the next batch or at the end; until then a failure must not count as unhandled.
    before.catch(() => undefined);
    total.looked += batch.looked;
    total.moved += batch.moved;
    after = batch.last;
  }
  await before;
  await keep(desk.pool, { hash, data, after: null });
  return total;
}

interface Batch {
  looked: number;
  moved: number;
  /** The last case looked at; null where no more follow. */
  last: string | null;
}

interface Begun {
  batch: Batch;
  written: Promise<void>;
}

/** A batch that was read and is being written: meanwhile the next one is computed, which takes as long. */
function begin(desk: Desk, kept: CalendarData, days: readonly Day[], after: string): Promise<Begun> {
  return new Promise((resolve, reject) => {
    const written = lookAfter(desk, kept, days, after, (batch) => resolve({ batch, written }));
    written.catch(reject);
  });
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

/** Of a case only what deadlines are read from: whole documents would take longer than the deadlines. */
const rowSchema = z.object({
  id: z.string(),
  version: z.int(),
  changed_at: z.string(),
  last_on: daySchema,
  legal: clockSchema,
  substitute: procedureSchema.options[0].shape.substitute,
});
type Row = z.infer<typeof rowSchema>;

/** Days that the edit made others, among all that a running case counts or may end on. */
async function editedDays(pool: pg.Pool, before: CalendarData, after: CalendarData): Promise<Day[]> {
  const { rows } = await pool.query<{ first: Day | null; last: Day | null }>(
    `SELECT min(filed_on) AS first, max(greatest(due_on, due_latest)) AS last FROM eli4u.procedure WHERE state = 'running'`,
  );
  const { first, last } = rows[0] ?? { first: null, last: null };
  if (first === null || last === null) return [];
  const days = before.offices.flatMap(({ id }) => {
    if (!after.offices.some((office) => office.id === id)) return [];
    const [was, is] = [officeCalendar(before, id), officeCalendar(after, id)];
    return calendarChanges(was, is, first, addDays(last, yearsAhead * 366), 'working').map(({ on }) => on);
  });
  return [...new Set(days)].toSorted();
}

/** A stop that is open may put a deadline off by its longest. */
const yearsAhead = 2;

/**
 * Cases of whose term an edited day may be one: it begins before the last of them and ends after the first. What is suspended, or under a
 * substitute, may end later than the list says.
 */
async function lookAfter(
  desk: Desk,
  kept: CalendarData,
  days: readonly Day[],
  after: string,
  onRead: (batch: Batch) => void,
): Promise<void> {
  await inTransaction(desk.pool, async (client) => {
    const { rows } = await client.query(
      `SELECT id, version, changed_at, document->>'lastOn' AS last_on, document->'legal' AS legal, document->'substitute' AS substitute
         FROM eli4u.procedure
        WHERE state = 'running' AND id > $1 AND due_on IS NOT NULL AND filed_on <= $4
          AND (greatest(due_on, due_latest) >= $3 OR clock_state = 'suspended' OR document->'substitute'->>'state' = 'active')
        ORDER BY id LIMIT $2 FOR UPDATE`,
      [after, batchSize, days[0], days.at(-1)],
    );
    const now = desk.now();
    const found = rows.map((row) => rowSchema.parse(row));
    const moved = found.flatMap((row) => movedBy(desk, kept, row, now));
    const last = found.length < batchSize ? null : (found.at(-1)?.id ?? null);
    onRead({ looked: found.length, moved: moved.length, last });
    if (moved.length > 0) await saveMoved(client, moved);
    return { keep: true, value: undefined };
  });
}

function movedBy(desk: Desk, data: CalendarData, row: Row, now: Date): Moved[] {
  const { legal, substitute } = row;
  const today = romeDay(now);
  const clock = substitute.state === 'active' ? substitute.clock : legal;
  if (!data.offices.some(({ id }) => id === clock.calendarId)) return [];
  const before = officeCalendar(data, clock.calendarId);
  const law = desk.types.law();
  const calendar = officeCalendar(desk.types.calendar(), clock.calendarId);
  const at = new Date(Math.max(now.getTime(), Date.parse(row.changed_at)));
  const day = laterOf(row.last_on, romeDay(at));
  const event = reprojected(clock, { law, calendar: before, today }, calendar, day);
  if (!event) return [];
  const due = dueColumnsOf({ state: 'running', legal, substitute }, { law, calendar, today });
  return [{ id: row.id, version: row.version, event, at, ...due }];
}

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

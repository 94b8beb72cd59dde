import { z } from 'zod';
import { dueFacts } from '#lib/procedures/cases/due-facts.ts';
import { procedureSchema, type Procedure } from '#lib/procedures/cases/procedure.ts';
import { daySchema, type Day } from '#lib/procedures/day.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { act } from './act.ts';
import { dueColumnsOf, type DueColumns } from './columns-of.ts';
import { contextAt, type Desk } from './desk.ts';

/** Cases looked at in one batch. */
const batch = 500;
const key = 'time_swept';

/** How far the look of a day has come: the last id looked at, null once all were. */
const placeSchema = z.object({ day: daySchema, after: z.string().nullable() });
type Place = z.infer<typeof placeSchema>;

/**
 * Asks each running case once a day what time alone brings it: silence, the end of a window. By where cases stand and not by timers, so that
 * a night without power loses nothing; the place reached survives a restart. What only reads differently on a new day is written too.
 */
export async function sweep(desk: Desk, signal?: AbortSignal): Promise<{ asked: number; changed: number }> {
  const today = romeDay(desk.now());
  const found = await readPlace(desk);
  // On an earlier day than the last the clock was set back: nothing is asked twice.
  if (found && (found.day > today || (found.day === today && found.after === null))) return { asked: 0, changed: 0 };
  let place: Place = found?.day === today ? found : { day: today, after: '' };
  const total = { asked: 0, changed: 0 };
  while (place.after !== null && !signal?.aborted) {
    const looked: Looked = await lookAfter(desk, place.after, today);
    total.asked += looked.asked;
    total.changed += looked.changed;
    place = { day: today, after: looked.last };
    await desk.pool.query(
      `INSERT INTO eli4u.setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = now()`,
      [key, JSON.stringify(place)],
    );
  }
  return total;
}

interface Looked {
  asked: number;
  changed: number;
  last: string | null;
}

async function readPlace(desk: Desk): Promise<Place | null> {
  const { rows } = await desk.pool.query<{ value: unknown }>('SELECT value FROM eli4u.setting WHERE key = $1', [key]);
  return rows[0] ? placeSchema.parse(rows[0].value) : null;
}

interface Row extends DueColumns {
  id: string;
  document: unknown;
}

async function lookAfter(desk: Desk, after: string, today: Day): Promise<Looked> {
  const { rows } = await desk.pool.query<Row>(
    `SELECT id, document, due_on, due_latest, clock_state, days_late FROM eli4u.procedure
      WHERE state = 'running' AND id > $1 ORDER BY id LIMIT $2`,
    [after, batch],
  );
  const stale: (DueColumns & { id: string; version: number })[] = [];
  let changed = 0;
  for (const row of rows) {
    const procedure = procedureSchema.parse(row.document);
    if (await timeActs(desk, procedure)) {
      changed++;
      continue;
    }
    const context = await contextAt(desk, desk.pool, procedure.type, desk.now());
    const due = dueColumnsOf(procedure, { ...context, today });
    if (due.due_on !== row.due_on || due.due_latest !== row.due_latest || due.clock_state !== row.clock_state)
      stale.push({ id: row.id, version: procedure.version, ...due });
  }
  await saveDue(desk, stale);
  return { asked: rows.length, changed, last: rows.length < batch ? null : (rows.at(-1)?.id ?? null) };
}

/** Asked without a lock first, for nearly always nothing has come of it; what has is decided under one. */
async function timeActs(desk: Desk, procedure: Procedure): Promise<boolean> {
  const context = await contextAt(desk, desk.pool, procedure.type, desk.now());
  const action = { kind: 'letTimeAct' as const };
  const { timeActsOn } = dueFacts(procedure, context);
  if (timeActsOn === null || timeActsOn > romeDay(desk.now())) return false;
  const actor = { kind: 'system' as const };
  const done = await act(desk, { id: procedure.id, reach: { kind: 'all' }, actor, action, expected: null });
  return done.kind === 'done';
}

/** How the term reads today, where nobody has written to the case since it was read. */
async function saveDue(desk: Desk, rows: readonly (DueColumns & { id: string; version: number })[]): Promise<void> {
  if (rows.length === 0) return;
  await desk.pool.query(
    `UPDATE eli4u.procedure p SET due_on = t.due_on, due_latest = t.due_latest, clock_state = t.clock_state
       FROM json_populate_recordset(NULL::eli4u.procedure, $1) AS t WHERE p.id = t.id AND p.version = t.version`,
    [JSON.stringify(rows)],
  );
}

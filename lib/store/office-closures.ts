import type pg from 'pg';
import type { CalendarData, DayRule } from '#lib/procedures/calendar-data.ts';
import type { Day } from '#lib/procedures/day.ts';
import type { Name } from '#lib/procedures/source.ts';

/** A day on which an office is closed that somebody added beside the file. */
export interface OfficeClosure {
  id: string;
  /** As the calendar names it. */
  office: string;
  day: Day;
  name: Name;
  /** What makes it one. */
  source: string;
  addedBy: string;
}

/** Those that hold, from the earliest; a few in a year. */
export async function listClosures(database: Pick<pg.Pool, 'query'>): Promise<OfficeClosure[]> {
  const { rows } = await database.query<Omit<OfficeClosure, 'name'> & { it: string; en: string }>(
    `SELECT id::text, office, day::text AS day, name_it AS it, name_en AS en, source, added_by AS "addedBy"
       FROM eli4u.office_closure WHERE removed_at IS NULL ORDER BY day, office LIMIT 5000`,
  );
  return rows.map(({ it, en, ...closure }) => ({ ...closure, name: { it, en } }));
}

/** The calendar with them; one of an office that it does not know is left out. */
export function closedToo(data: CalendarData, closures: readonly OfficeClosure[]): CalendarData {
  if (closures.length === 0) return data;
  return {
    ...data,
    offices: data.offices.map((office) => ({
      ...office,
      closures: [...office.closures, ...closures.filter((one) => one.office === office.id).map(ruleOf)],
    })),
  };
}

const ruleOf = ({ id, day, name, source }: OfficeClosure): DayRule => ({
  id: `added-${id}`,
  name,
  on: { rule: 'once', day },
  valid: [{ from: day, until: day, source: { article: source, status: 'read' } }],
});

/** What came of an attempt to add or take back a closure. */
export type ClosureResult = 'done' | 'there' | 'gone';

/** Adds a closure, with its line in the audit; `there` where the office is closed on the day already. */
export async function addClosure(
  pool: Pick<pg.Pool, 'query'>,
  { office, day, name, source, addedBy }: Omit<OfficeClosure, 'id'>,
): Promise<ClosureResult> {
  const { rowCount } = await pool.query(
    `WITH added AS (
       INSERT INTO eli4u.office_closure (office, day, name_it, name_en, source, added_by) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (office, day) WHERE removed_at IS NULL DO NOTHING RETURNING id)
     INSERT INTO eli4u.audit_event (actor, action, subject_id, details)
     SELECT $6, 'calendar.close', NULL, jsonb_build_object('closure', id, 'office', $1::text, 'day', $2::text, 'source', $5::text) FROM added`,
    [office, day, name.it, name.en, source, addedBy],
  );
  return rowCount === 1 ? 'done' : 'there';
}

/** Takes a closure back; what was told by it stays in the events of the cases. */
export async function removeClosure(pool: Pick<pg.Pool, 'query'>, id: string, by: string): Promise<ClosureResult> {
  const { rowCount } = await pool.query(
    `WITH gone AS (
       UPDATE eli4u.office_closure SET removed_at = now(), removed_by = $2 WHERE id = $1 AND removed_at IS NULL
       RETURNING id, office, day)
     INSERT INTO eli4u.audit_event (actor, action, subject_id, details)
     SELECT $2, 'calendar.open', NULL, jsonb_build_object('closure', id, 'office', office, 'day', day) FROM gone`,
    [id, by],
  );
  return rowCount === 1 ? 'done' : 'gone';
}

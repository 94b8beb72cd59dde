import type pg from 'pg';
import type { Sensitivity } from '#lib/records/phase.ts';

export interface RestrictionLine {
  record: string;
  title: string;
  code: string | null;
  sensitivity: Sensitivity;
  closed: { until: string | null } | null;
  reason: string;
  inherits: boolean;
  setBy: string;
  /** ISO day in Italy. */
  setOn: string;
}

interface Row extends Omit<RestrictionLine, 'closed'> {
  closed: boolean;
  closed_until: string | null;
}

/** What archivists said of access, each where they said it and not again for what is below; by id, `limit` at a time. */
export async function listRestrictions(pool: pg.Pool, after: string, limit: number): Promise<RestrictionLine[]> {
  const { rows } = await pool.query<Row>(
    `SELECT a.record_id AS record, r.title, r.reference_code AS code, a.sensitivity, a.closed, a.closed_until::text, a.reason, a.inherits,
            a.set_by AS "setBy", (a.set_at AT TIME ZONE 'Europe/Rome')::date::text AS "setOn"
       FROM eli4u.restriction a JOIN eli4u.record r ON r.id = a.record_id
       LEFT JOIN eli4u.restriction above ON above.record_id = r.parent_id AND above.inherits AND above.set_at = a.set_at
      WHERE a.record_id > $1 AND above.record_id IS NULL ORDER BY a.record_id LIMIT $2`,
    [after, limit],
  );
  return rows.map(({ closed, closed_until, ...line }) => ({
    ...line,
    closed: closed ? { until: closed_until } : null,
  }));
}

/** How many descriptions open in each of the next ten years, and how many wait longer or for a day that nobody knows. */
export async function countOpenings(
  pool: pg.Pool,
  today: string,
): Promise<{ years: { year: number; count: number }[]; later: number }> {
  const first = Number(today.slice(0, 4));
  const { rows } = await pool.query<{ year: number | null; count: number }>(
    `SELECT CASE WHEN consultable_from < make_date($1 + 10, 1, 1) THEN extract(year FROM consultable_from)::integer END AS year,
            count(*)::integer AS count
       FROM eli4u.record WHERE visibility = 'described' AND deleted_at IS NULL GROUP BY 1`,
    [first],
  );
  const counts = new Map(rows.map(({ year, count }) => [year, count]));
  const years = Array.from({ length: 10 }, (_, n) => ({ year: first + n, count: counts.get(first + n) ?? 0 }));
  return { years, later: counts.get(null) ?? 0 };
}

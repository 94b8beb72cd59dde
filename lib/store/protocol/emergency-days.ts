import type pg from 'pg';
import type { Day } from '#lib/procedures/day.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';

/** A day of an emergency: how many operations the paper says (art. 63 c. 3), null where nobody has said it yet, and how many are entered. */
export interface EmergencyDay {
  emergency: string;
  day: Day;
  operations: number | null;
  entered: number;
}

/** The days of the latest emergencies on which something was registered by hand, or said to be; by day. */
export async function listEmergencyDays(pool: pg.Pool, emergencies: readonly string[]): Promise<EmergencyDay[]> {
  const { rows } = await pool.query<EmergencyDay>(
    `SELECT coalesce(d.emergency_id, e.emergency_id)::text AS emergency, coalesce(d.day, e.day)::text AS day, d.operations,
            coalesce(e.entered, 0) AS entered
       FROM (SELECT * FROM eli4u.emergency_day WHERE emergency_id = ANY($1::bigint[])) d
       FULL JOIN (SELECT emergency_id, (emergency_at AT TIME ZONE 'Europe/Rome')::date AS day, count(*)::integer AS entered
                    FROM eli4u.protocol_registration WHERE emergency_id = ANY($1::bigint[]) GROUP BY 1, 2) e
         ON e.emergency_id = d.emergency_id AND e.day = d.day
      ORDER BY 1, 2 LIMIT 500`,
    [emergencies],
  );
  return rows;
}

/** Says how many operations a day had; said again, the later holds, and both are in the audit. `no`: not a day of that emergency. */
export async function noteEmergencyDay(
  pool: pg.Pool,
  { id, day, operations }: { id: string; day: Day; operations: number },
  { by, now }: { by: string; now: Date },
): Promise<'done' | 'no'> {
  return inTransaction<'done' | 'no'>(pool, async (client) => {
    const { rowCount } = await client.query(
      `INSERT INTO eli4u.emergency_day (emergency_id, day, operations, noted_at, noted_by)
       SELECT e.id, $2, $3, $4, $5 FROM eli4u.emergency_register e
        WHERE e.id = $1 AND (e.started_at AT TIME ZONE 'Europe/Rome')::date <= $2
          AND (coalesce(e.ended_at, $4) AT TIME ZONE 'Europe/Rome')::date >= $2
       ON CONFLICT (emergency_id, day) DO UPDATE SET operations = excluded.operations, noted_at = excluded.noted_at, noted_by = excluded.noted_by`,
      [id, day, operations, now, by],
    );
    if (rowCount !== 1) return { keep: false, value: 'no' };
    await client.query(
      'INSERT INTO eli4u.audit_event (at, actor, action, subject_id, details) VALUES ($1, $2, $3, $4, $5)',
      [now, by, 'protocol.emergencyDay', id, JSON.stringify({ day, operations })],
    );
    return { keep: true, value: 'done' };
  });
}

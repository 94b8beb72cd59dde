import pg from 'pg';

/** registro di emergenza (DPR 445/2000 art. 63): what was registered by hand while the register could not be reached. */
export interface EmergencyRegister {
  id: string;
  startedAt: string;
  reason: string;
  authorisedBy: string;
  act: string;
  openedBy: string;
  endedAt: string | null;
  /** Registrations entered from it so far, and the last number. */
  entered: number;
  lastNumber: number | null;
}

export interface EmergencyOpening {
  register: string;
  startedAt: Date;
  reason: string;
  authorisedBy: string;
  act: string;
  openedBy: string;
}

/** Opens one; `open` where one is open already. */
export async function openEmergency(
  pool: pg.Pool,
  opening: EmergencyOpening,
  now: Date,
): Promise<{ id: string } | 'open'> {
  try {
    const { rows } = await pool.query<{ id: string }>(
      `INSERT INTO eli4u.emergency_register (register, started_at, reason, authorised_by, act, opened_at, opened_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id::text`,
      [opening.register, opening.startedAt, opening.reason, opening.authorisedBy, opening.act, now, opening.openedBy],
    );
    return { id: rows[0]?.id ?? '' };
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '23505') return 'open';
    throw error;
  }
}

/** The register can be reached again since an instant; what was registered by hand is still entered. */
export async function endEmergency(pool: pg.Pool, id: string, endedAt: Date, by: string): Promise<'done' | 'no'> {
  const { rowCount } = await pool.query(
    `UPDATE eli4u.emergency_register SET ended_at = $2, ended_by = $3 WHERE id = $1 AND ended_at IS NULL AND started_at <= $2`,
    [id, endedAt, by],
  );
  return rowCount === 1 ? 'done' : 'no';
}

/** The latest, the newest first. */
export async function listEmergencies(pool: pg.Pool, register: string): Promise<EmergencyRegister[]> {
  const { rows } = await pool.query<EmergencyRegister>(
    `SELECT e.id::text, e.started_at AS "startedAt", e.reason, e.authorised_by AS "authorisedBy", e.act, e.opened_by AS "openedBy", e.ended_at AS "endedAt",
            count(p.number)::integer AS entered, max(p.emergency_number) AS "lastNumber"
       FROM (SELECT * FROM eli4u.emergency_register WHERE register = $1 ORDER BY started_at DESC, id DESC LIMIT 50) e
       LEFT JOIN eli4u.protocol_registration p ON p.emergency_id = e.id
      GROUP BY e.id, e.started_at, e.reason, e.authorised_by, e.act, e.opened_by, e.ended_at ORDER BY e.started_at DESC, e.id DESC`,
    [register],
  );
  return rows;
}

import type pg from 'pg';
import type { Sensitivity } from '#lib/records/phase.ts';
import { decideAgain } from './decide-again.ts';
import { inDissemination } from './in-dissemination.ts';

export interface Restriction {
  record: string;
  sensitivity: Sensitivity;
  /** Closed until a day included, or (null) until further notice; whatever the sensitivity says besides. */
  closed: { until: string | null } | null;
  reason: string;
  /** Also for all that is below it, now and later. */
  inherits: boolean;
  /** As the audit names who did something. */
  by: string;
  at: Date;
}

export type Restricted = { kind: 'restricted'; records: number; changed: number } | { kind: 'unknown' };

/**
 * What the archivist says of access to a record and, where it inherits, to what is below it (D.Lgs. 42/2004 arts. 122–127). Without
 * sensitivity and closure what was said before is lifted. Source and law hold besides.
 * @param today ISO date in Italy
 */
export async function restrict(pool: pg.Pool, restriction: Restriction, today: string): Promise<Restricted> {
  return inDissemination(pool, async (client) => {
    await client.query('CREATE TEMP TABLE restricted_record (id text PRIMARY KEY) ON COMMIT DROP');
    const { rowCount } = await client.query(
      `WITH RECURSIVE below AS (
         SELECT id FROM eli4u.record WHERE id = $1 AND deleted_at IS NULL
         UNION ALL SELECT c.id FROM below b JOIN eli4u.record c ON c.parent_id = b.id AND c.deleted_at IS NULL WHERE $2)
       INSERT INTO restricted_record SELECT id FROM below`,
      [restriction.record, restriction.inherits],
    );
    await note(client, restriction);
    const changed = await decideAgain(client, { sql: 'SELECT id FROM restricted_record', values: [] }, today);
    return rowCount ? { kind: 'restricted', records: rowCount, changed } : { kind: 'unknown' };
  });
}

async function note(client: pg.ClientBase, said: Restriction): Promise<void> {
  const lifted = said.sensitivity === 'none' && said.closed === null;
  if (lifted) await client.query('DELETE FROM eli4u.restriction WHERE record_id IN (SELECT id FROM restricted_record)');
  else
    await client.query(
      `INSERT INTO eli4u.restriction (record_id, sensitivity, closed, closed_until, reason, inherits, set_by, set_at)
       SELECT id, $1, $2, $3, $4, $5, $6, $7 FROM restricted_record
       ON CONFLICT (record_id) DO UPDATE SET sensitivity = excluded.sensitivity, closed = excluded.closed, closed_until = excluded.closed_until,
         reason = excluded.reason, inherits = excluded.inherits, set_by = excluded.set_by, set_at = excluded.set_at`,
      [
        said.sensitivity,
        said.closed !== null,
        said.closed?.until ?? null,
        said.reason,
        said.inherits,
        said.by,
        said.at,
      ],
    );
  await client.query(
    'UPDATE eli4u.record SET sensitivity = $1 WHERE id IN (SELECT id FROM restricted_record) AND sensitivity <> $1',
    [said.sensitivity],
  );
  await client.query(
    `INSERT INTO eli4u.audit_event (actor, action, subject_id, details)
     SELECT $2, $3, id, $4 FROM restricted_record WHERE id = $1`,
    [
      said.record,
      said.by,
      lifted ? 'restriction.lifted' : 'restriction.set',
      JSON.stringify({
        sensitivity: said.sensitivity,
        closed: said.closed,
        reason: said.reason,
        inherits: said.inherits,
      }),
    ],
  );
}

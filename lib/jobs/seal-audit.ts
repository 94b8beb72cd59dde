import { createHash } from 'node:crypto';
import type pg from 'pg';

interface UnsealedEvent {
  id: string;
  at: string;
  actor: string;
  action: string;
  subject_id: string | null;
  details: unknown;
}

/** One sealer at a time. */
const sealLock = 4_104_003;

/**
 * Chains audit events that are committed and that no open transaction can still precede: each seal is the SHA-256 of the seal before it and
 * the event. Whoever changes an event breaks every seal after it.
 */
export async function sealAudit(pool: pg.Pool, limit = 1000): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [sealLock]);
    const last = await client.query<{ sealed_as: string | number; seal: Buffer }>(
      `SELECT sealed_as, seal FROM eli4u.audit_event WHERE sealed_as IS NOT NULL ORDER BY sealed_as DESC LIMIT 1`,
    );
    let position = Number(last.rows[0]?.sealed_as ?? 0);
    let seal: Buffer = last.rows[0]?.seal ?? Buffer.alloc(32);
    const { rows } = await client.query<UnsealedEvent>(
      `SELECT id::text, at::text, actor, action, subject_id, details FROM eli4u.audit_event
        WHERE sealed_as IS NULL AND transaction < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY id LIMIT $1`,
      [limit],
    );
    const seals = rows.map((event) => {
      seal = createHash('sha256').update(seal).update(JSON.stringify(event)).digest();
      return seal.toString('hex');
    });
    await client.query(
      `UPDATE eli4u.audit_event e SET sealed_as = t.position, seal = decode(t.seal, 'hex')
         FROM unnest($1::bigint[], $2::bigint[], $3::text[]) AS t (id, position, seal) WHERE e.id = t.id`,
      [rows.map((event) => event.id), rows.map(() => ++position), seals],
    );
    await client.query('COMMIT');
    return rows.length;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

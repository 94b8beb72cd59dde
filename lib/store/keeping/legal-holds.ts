import type pg from 'pg';
import { fascicoloNamed } from '#lib/store/fascicoli/fascicolo-named.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import type { Keeper } from './actor.ts';
import { audit } from './audit.ts';

export interface HoldLine {
  id: string;
  record: string;
  code: string | null;
  title: string;
  reason: string;
  setBy: string;
  setAt: string;
}

/** Nothing of a record is destroyed until the hold is lifted. */
export async function setHold(
  pool: pg.Pool,
  record: string,
  reason: string,
  keeper: Keeper,
): Promise<'done' | 'unknown' | 'there' | 'destroyed'> {
  return inTransaction<'done' | 'unknown' | 'there' | 'destroyed'>(pool, async (client) => {
    // The lock that a scarto takes before it begins with an item: either the hold is there first, or the item is gone.
    const { rows } = await client.query<{ legal_hold: boolean; deleted: boolean }>(
      'SELECT legal_hold, deleted_at IS NOT NULL AS deleted FROM eli4u.record WHERE id = $1 FOR UPDATE',
      [record],
    );
    const found = rows[0];
    if (!found) return { keep: false, value: 'unknown' };
    if (found.deleted) return { keep: false, value: 'destroyed' };
    if (found.legal_hold) return { keep: false, value: 'there' };
    await client.query('INSERT INTO eli4u.legal_hold (record_id, reason, set_by, set_at) VALUES ($1, $2, $3, $4)', [
      record,
      reason,
      keeper.by,
      keeper.now,
    ]);
    await client.query('UPDATE eli4u.record SET legal_hold = true, changed_at = now() WHERE id = $1', [record]);
    await audit(client, keeper, 'hold.set', record, { reason });
    return { keep: true, value: 'done' };
  });
}

/** @param id of the hold */
export async function liftHold(pool: pg.Pool, id: string, reason: string, keeper: Keeper): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ record: string }>(
      `UPDATE eli4u.legal_hold SET lifted_by = $2, lifted_at = $3, lifted_reason = $4 WHERE id = $1 AND lifted_at IS NULL
        RETURNING record_id AS record`,
      [id, keeper.by, keeper.now, reason],
    );
    const record = rows[0]?.record;
    if (record === undefined) return { keep: false, value: false };
    await client.query('UPDATE eli4u.record SET legal_hold = false, changed_at = now() WHERE id = $1', [record]);
    await audit(client, keeper, 'hold.lift', record, { reason });
    return { keep: true, value: true };
  });
}

/** Holds in force, the newest first. @param before id of the last one seen */
export async function listHolds(pool: pg.Pool, before: string | null, limit = 50): Promise<HoldLine[]> {
  const { rows } = await pool.query<HoldLine>(
    `SELECT h.id::text AS id, h.record_id AS record, r.reference_code AS code, r.title, h.reason, h.set_by AS "setBy", h.set_at AS "setAt"
       FROM eli4u.legal_hold h JOIN eli4u.record r ON r.id = h.record_id
      WHERE h.lifted_at IS NULL AND ($1::bigint IS NULL OR h.id < $1) ORDER BY h.id DESC LIMIT $2`,
    [before, limit],
  );
  return rows;
}

/** A record by its id, or a fascicolo by its code, for whoever types it; null where there is none any more. */
export async function recordNamed(pool: pg.Pool, name: string): Promise<string | null> {
  if (name.includes('\0')) return null;
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id FROM eli4u.record WHERE id = ANY($1) AND deleted_at IS NULL LIMIT 1',
    [[name.trim(), (await fascicoloNamed(pool, name)) ?? '']],
  );
  return rows[0]?.id ?? null;
}

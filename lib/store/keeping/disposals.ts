import type pg from 'pg';
import type { Day } from '#lib/procedures/day.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import type { Keeper } from './actor.ts';
import { audit } from './audit.ts';
import { discardable, limited } from './discardable.ts';

/** Most fascicoli of one list: what a Soprintendenza reads in one go. */
export const mostItems = 500;

export const disposalStates = ['draft', 'sent', 'authorised', 'executing', 'executed'] as const;
export type DisposalState = (typeof disposalStates)[number];

/** Draws up a list of what may be discarded on a day; null where there is nothing. */
export async function proposeDisposal(pool: pg.Pool, keeper: Keeper): Promise<string | null> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'INSERT INTO eli4u.disposal (proposed_on, proposed_by) VALUES ($1, $2) RETURNING id::text AS id',
      [keeper.today, keeper.by],
    );
    const id = rows[0]?.id ?? '';
    const { rowCount } = await client.query(
      `INSERT INTO eli4u.disposal_item (disposal_id, record_id, limited)
       SELECT $1, r.id, ${limited('r', '$2::date')} FROM eli4u.record r
        WHERE ${discardable('r', '$2::date')} AND NOT EXISTS (SELECT FROM eli4u.disposal_item i
          WHERE i.record_id = r.id AND i.state IN ('proposed', 'granted', 'destroying', 'destroyed'))
        ORDER BY r.disposition_on, r.id LIMIT $3
       ON CONFLICT (record_id) WHERE state IN ('proposed', 'granted', 'destroying', 'destroyed') DO NOTHING`,
      [id, keeper.today, mostItems],
    );
    if (!rowCount) return { keep: false, value: null };
    await audit(client, keeper, 'disposal.propose', id, { items: rowCount });
    return { keep: true, value: id };
  });
}

/** Takes an item off a list that is not authorised yet, with the reason why: by the archivist from a draft, by the Soprintendenza afterwards. */
export async function refuseItem(
  pool: pg.Pool,
  id: string,
  record: string,
  reason: string,
  keeper: Keeper,
): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const locked = await client.query(
      `SELECT FROM eli4u.disposal WHERE id = $1 AND state IN ('draft', 'sent') FOR UPDATE`,
      [id],
    );
    if (!locked.rowCount) return { keep: false, value: false };
    const { rowCount } = await client.query(
      `UPDATE eli4u.disposal_item SET state = 'refused', reason = $3 WHERE disposal_id = $1 AND record_id = $2 AND state = 'proposed'`,
      [id, record, reason],
    );
    if (rowCount) await audit(client, keeper, 'disposal.refuse', record, { disposal: id, reason });
    return { keep: Boolean(rowCount), value: Boolean(rowCount) };
  });
}

/** The list goes to the Soprintendenza. */
export async function sendDisposal(pool: pg.Pool, id: string, keeper: Keeper): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE eli4u.disposal d SET state = 'sent', sent_on = $2, sent_by = $3 WHERE id = $1 AND state = 'draft'
          AND EXISTS (SELECT FROM eli4u.disposal_item i WHERE i.disposal_id = d.id AND i.state = 'proposed')`,
      [id, keeper.today, keeper.by],
    );
    if (rowCount) await audit(client, keeper, 'disposal.send', id);
    return { keep: Boolean(rowCount), value: Boolean(rowCount) };
  });
}

export interface Permit {
  number: string;
  on: Day;
}

/**
 * The authorisation has come (D.Lgs. 42/2004 art. 21 c. 1 d): what was not refused is granted. What is under a legal hold by now is not, nor what is
 * under limits of consultation where the Ministero dell'interno has not been heard.
 */
export async function authoriseDisposal(
  pool: pg.Pool,
  id: string,
  permits: { permit: Permit; interior: Permit | null },
  keeper: Keeper,
): Promise<boolean> {
  const { permit, interior } = permits;
  return inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE eli4u.disposal SET state = 'authorised', permit_number = $2, permit_on = $3, interior_number = $4, interior_on = $5, authorised_by = $6
        WHERE id = $1 AND state = 'sent' AND sent_on <= $3::date`,
      [id, permit.number, permit.on, interior?.number ?? null, interior?.on ?? null, keeper.by],
    );
    if (!rowCount) return { keep: false, value: false };
    await client.query(
      `UPDATE eli4u.disposal_item i SET state = 'held', reason = 'non più scartabile: bloccato, riaperto o da conservare'
         FROM eli4u.record r WHERE i.disposal_id = $1 AND i.state = 'proposed' AND r.id = i.record_id AND NOT (${discardable('r', '$2::date')})`,
      [id, keeper.today],
    );
    if (interior === null)
      await client.query(
        `UPDATE eli4u.disposal_item SET state = 'refused', reason = 'manca l’autorizzazione del Ministero dell’interno'
          WHERE disposal_id = $1 AND state = 'proposed' AND limited`,
        [id],
      );
    const granted = await client.query(
      `UPDATE eli4u.disposal_item SET state = 'granted' WHERE disposal_id = $1 AND state = 'proposed'`,
      [id],
    );
    await audit(client, keeper, 'disposal.authorise', id, { permit, interior, granted: granted.rowCount ?? 0 });
    return { keep: true, value: true };
  });
}

/** Lets the execution begin. @param typed the number of items as the archivist typed it: it must be that of what is granted */
export async function startDisposal(
  pool: pg.Pool,
  id: string,
  typed: number,
  keeper: Keeper,
): Promise<'started' | 'wrongNumber' | 'notAuthorised'> {
  return inTransaction<'started' | 'wrongNumber' | 'notAuthorised'>(pool, async (client) => {
    const locked = await client.query(`SELECT FROM eli4u.disposal WHERE id = $1 AND state = 'authorised' FOR UPDATE`, [
      id,
    ]);
    if (!locked.rowCount) return { keep: false, value: 'notAuthorised' };
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::integer AS n FROM eli4u.disposal_item WHERE disposal_id = $1 AND state = 'granted'`,
      [id],
    );
    if (rows[0]?.n !== typed) return { keep: false, value: 'wrongNumber' };
    await client.query(
      `UPDATE eli4u.disposal SET state = 'executing', started_at = $2, started_by = $3 WHERE id = $1`,
      [id, keeper.now, keeper.by],
    );
    await audit(client, keeper, 'disposal.start', id, { items: typed });
    return { keep: true, value: 'started' };
  });
}

import type pg from 'pg';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import type { Keeper } from './actor.ts';
import { audit } from './audit.ts';

/** Most fascicoli of one list; the rest come with the next year's. */
const mostItems = 2000;

/** SQL: a fascicolo and what lies in it follow into the next age. `$1` the ids of fascicoli, `$2` the phase. */
const moveInto = `WITH RECURSIVE moved AS (
    SELECT id FROM eli4u.record WHERE id = ANY($1)
    UNION ALL SELECT k.id FROM eli4u.record k JOIN moved m ON k.parent_id = m.id)
  UPDATE eli4u.record SET phase = $2, changed_at = now() WHERE id IN (SELECT id FROM moved) AND phase <> $2`;

/**
 * Once a year, for each office, the fascicoli of every kind that were closed in the years before (DPR 445/2000 art. 67 c. 1); sottofascicoli go with
 * their fascicolo. What was sent back comes again the year after.
 * @returns how many lists are new
 */
export async function proposeDeposits(pool: pg.Pool, keeper: Keeper): Promise<number> {
  return inTransaction(pool, async (client) => {
    const year = Number(keeper.today.slice(0, 4));
    const { rows } = await client.query<{ id: string; unit: string; items: number }>(
      `WITH due AS (
         SELECT r.id, f.unit, row_number() OVER (PARTITION BY f.unit ORDER BY r.closed_on, r.id) AS place
           FROM eli4u.record r JOIN eli4u.fascicolo f ON f.record_id = r.id AND f.sub_of IS NULL
          WHERE r.phase = 'current' AND r.closed_on < make_date($1, 1, 1) AND r.level = 'file' AND r.deleted_at IS NULL
            AND NOT EXISTS (SELECT FROM eli4u.deposit_list l WHERE l.unit = f.unit AND l.year = $1)
            AND NOT EXISTS (SELECT FROM eli4u.deposit_item o WHERE o.record_id = r.id AND o.state = 'proposed')),
       list AS (
         INSERT INTO eli4u.deposit_list (unit, year, proposed_on) SELECT DISTINCT unit, $1::smallint, $2::date FROM due
         ON CONFLICT (unit, year) DO NOTHING RETURNING id, unit),
       item AS (
         INSERT INTO eli4u.deposit_item (list_id, record_id)
         SELECT l.id, d.id FROM due d JOIN list l USING (unit) WHERE d.place <= $3 RETURNING list_id)
       SELECT l.id::text AS id, l.unit, (SELECT count(*) FROM item i WHERE i.list_id = l.id)::integer AS items FROM list l`,
      [year, keeper.today, mostItems],
    );
    for (const { id, unit, items } of rows) await audit(client, keeper, 'deposit.propose', id, { unit, year, items });
    return { keep: rows.length > 0, value: rows.length };
  });
}

/** The office says that the list is right. */
export async function confirmDeposit(pool: pg.Pool, id: string, keeper: Keeper): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE eli4u.deposit_list SET state = 'confirmed', confirmed_on = $2, confirmed_by = $3 WHERE id = $1 AND state = 'proposed'`,
      [id, keeper.today, keeper.by],
    );
    if (rowCount) await audit(client, keeper, 'deposit.confirm', id);
    return { keep: Boolean(rowCount), value: Boolean(rowCount) };
  });
}

/** The office keeps one that it still needs: it comes again the year after. */
export async function keepBack(
  pool: pg.Pool,
  id: string,
  record: string,
  reason: string,
  keeper: Keeper,
): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const open = await client.query(`SELECT FROM eli4u.deposit_list WHERE id = $1 AND state = 'proposed' FOR UPDATE`, [
      id,
    ]);
    return open.rowCount ? sendBackIn(client, id, record, reason, keeper) : { keep: false, value: false };
  });
}

/** The archivist does not take one as it is, and says why. */
export async function sendBack(
  pool: pg.Pool,
  id: string,
  record: string,
  reason: string,
  keeper: Keeper,
): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const done = (await lockConfirmed(client, id))
      ? await sendBackIn(client, id, record, reason, keeper)
      : { keep: false, value: false };
    if (done.keep) await settle(client, id, keeper);
    return done;
  });
}

/**
 * The archivist takes fascicoli into the deposit: their documents follow. What was opened again meanwhile goes back by itself.
 * @param records null: all that are not decided yet
 * @returns how many were taken
 */
export async function acceptDeposit(
  pool: pg.Pool,
  id: string,
  records: readonly string[] | null,
  keeper: Keeper,
): Promise<number> {
  return inTransaction(pool, async (client) => {
    if (!(await lockConfirmed(client, id))) return { keep: false, value: 0 };
    const values = [id, keeper.today, keeper.by, records];
    await client.query(
      `UPDATE eli4u.deposit_item i SET state = 'sentBack', reason = 'riaperto dopo la proposta', decided_on = $2, decided_by = $3
         FROM eli4u.record r WHERE i.list_id = $1 AND i.state = 'proposed' AND r.id = i.record_id AND r.closed_on IS NULL
          AND ($4::text[] IS NULL OR i.record_id = ANY($4))`,
      values,
    );
    const { rows } = await client.query<{ record: string }>(
      `UPDATE eli4u.deposit_item SET state = 'accepted', decided_on = $2, decided_by = $3
        WHERE list_id = $1 AND state = 'proposed' AND ($4::text[] IS NULL OR record_id = ANY($4)) RETURNING record_id AS record`,
      values,
    );
    await client.query(moveInto, [rows.map(({ record }) => record), 'deposit']);
    if (rows.length > 0) await audit(client, keeper, 'deposit.accept', id, { items: rows.length });
    await settle(client, id, keeper);
    return { keep: true, value: rows.length };
  });
}

const lockConfirmed = async (client: pg.ClientBase, id: string): Promise<boolean> =>
  Boolean(
    (await client.query(`SELECT FROM eli4u.deposit_list WHERE id = $1 AND state = 'confirmed' FOR UPDATE`, [id]))
      .rowCount,
  );

async function sendBackIn(client: pg.ClientBase, id: string, record: string, reason: string, keeper: Keeper) {
  const { rowCount } = await client.query(
    `UPDATE eli4u.deposit_item SET state = 'sentBack', reason = $3, decided_on = $4, decided_by = $5
      WHERE list_id = $1 AND record_id = $2 AND state = 'proposed'`,
    [id, record, reason, keeper.today, keeper.by],
  );
  if (rowCount) await audit(client, keeper, 'deposit.sendBack', record, { list: id, reason });
  return { keep: Boolean(rowCount), value: Boolean(rowCount) };
}

async function settle(client: pg.ClientBase, id: string, keeper: Keeper): Promise<void> {
  await client.query(
    `UPDATE eli4u.deposit_list l SET state = 'settled', settled_on = $2 WHERE id = $1
        AND NOT EXISTS (SELECT FROM eli4u.deposit_item i WHERE i.list_id = l.id AND i.state = 'proposed')`,
    [id, keeper.today],
  );
}

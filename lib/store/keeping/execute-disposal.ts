import type pg from 'pg';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { audit } from './audit.ts';
import { beginItem, finishItem, type Destroying, type ItemPlace } from './destroy-item.ts';

/** What came of a round. */
export interface Executed {
  destroyed: number;
  held: number;
  /** Their package is on its way to the preservation system: the next round asks again. */
  underWay: number;
  /** Lists that came to their end. */
  finished: string[];
}

/**
 * Goes on with every scarto that was started: what was begun is finished first, then one item after another. May be broken off at any
 * moment, and be taken up by whoever comes next.
 */
export async function executeDisposals(work: Destroying, signal?: AbortSignal): Promise<Executed> {
  const done: Executed = { destroyed: 0, held: 0, underWay: 0, finished: [] };
  const { rows } = await work.pool.query<{ id: string }>(
    `SELECT id::text AS id FROM eli4u.disposal WHERE state = 'executing' ORDER BY id LIMIT 100`,
  );
  for (const { id } of rows) {
    if (await executeOne(work, id, done, signal)) done.finished.push(id);
    if (signal?.aborted) break;
  }
  return done;
}

async function executeOne(work: Destroying, id: string, done: Executed, signal?: AbortSignal): Promise<boolean> {
  for (const record of await itemsIn(work.pool, id, 'destroying')) {
    if (signal?.aborted) return false;
    if (await finishItem(work, { disposal: id, record })) done.destroyed++;
  }
  for (const record of await itemsIn(work.pool, id, 'granted')) {
    if (signal?.aborted) return false;
    const item: ItemPlace = { disposal: id, record };
    const begun = await beginItem(work, item);
    if (begun === 'held') done.held++;
    else if (begun === 'underWay') done.underWay++;
    else if (begun === 'begun' && (await finishItem(work, item))) done.destroyed++;
  }
  return finish(work, id);
}

/** A list has no more than its items, which are bounded. */
async function itemsIn(pool: pg.Pool, id: string, state: 'destroying' | 'granted'): Promise<string[]> {
  const { rows } = await pool.query<{ record: string }>(
    'SELECT record_id AS record FROM eli4u.disposal_item WHERE disposal_id = $1 AND state = $2 ORDER BY record_id',
    [id, state],
  );
  return rows.map(({ record }) => record);
}

/** Only what has no open item is executed. */
async function finish({ pool, keeper }: Destroying, id: string): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE eli4u.disposal d SET state = 'executed', finished_at = $2 WHERE id = $1 AND state = 'executing' AND NOT EXISTS (
         SELECT FROM eli4u.disposal_item i WHERE i.disposal_id = d.id AND i.state IN ('granted', 'destroying'))`,
      [id, keeper.now],
    );
    if (rowCount) await audit(client, keeper, 'disposal.finish', id);
    return { keep: Boolean(rowCount), value: Boolean(rowCount) };
  });
}

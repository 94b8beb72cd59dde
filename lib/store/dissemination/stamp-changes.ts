import type pg from 'pg';
import { publishAt } from '#lib/records/dissemination-clock.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { holdClock, keepClock } from './clock-row.ts';
import { expandMarks } from './expand-marks.ts';
import { queueStart, stampSlice } from './stamp-slice.ts';

/**
 * One round: what changed is found and stamped a slice at a time, and after each slice harvests see what they may. Several at once wait for one
 * another at the clock's row.
 * @param now the machine's clock: stamps are told to others, whatever a demonstration's clock says
 * @returns how many things were looked at
 */
export async function stampChanges(pool: pg.Pool, now: () => number, signal?: AbortSignal): Promise<number> {
  let looked = 0;
  for (let place = queueStart; ;) {
    while ((await transaction(pool, expandMarks)) > 0 && !signal?.aborted);
    const from = place;
    const slice = await transaction(pool, (client) => stampSlice(client, now() / 1000, from));
    looked += slice.taken;
    await publish(pool, now);
    // What came meanwhile may lie where something was taken out.
    if ((slice.taken === 0 && from === queueStart) || signal?.aborted) return looked;
    place = slice.place;
  }
}

/** Moves the clock on: also when nothing has changed, or harvests would not know that nothing has. */
async function publish(pool: pg.Pool, now: () => number): Promise<void> {
  await transaction(pool, async (client) => {
    const clock = await holdClock(client);
    const next = publishAt(clock, now() / 1000);
    if (next.published > clock.published) await keepClock(client, next);
  });
}

const transaction = <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(pool, async (client) => ({ keep: true, value: await work(client) }));

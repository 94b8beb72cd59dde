import type pg from 'pg';
import { weighUnits } from '#lib/store/europeana/weigh-units.ts';
import { withLock } from './with-lock.ts';

/** One worker at a time. */
const europeanaLock = 4_104_045;

/** Weighs for Europeana what changed, until nothing is due. */
export async function tendEuropeana(pool: pg.Pool, signal?: AbortSignal): Promise<void> {
  await withLock(pool, europeanaLock, async () => {
    while (!signal?.aborted && (await weighUnits(pool)) > 0);
  });
}

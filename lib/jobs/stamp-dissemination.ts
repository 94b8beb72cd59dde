import type pg from 'pg';
import { stampChanges } from '#lib/store/dissemination/stamp-changes.ts';
import { withLock } from './with-lock.ts';

/** One worker stamps at a time; the others find nothing to do. */
const stampLock = 4_104_044;

/** Stamps what changed since the last round, so that harvests hear of it. Of the machine's clock: who harvests knows of no other. */
export async function stampDissemination(pool: pg.Pool, signal?: AbortSignal): Promise<void> {
  await withLock(pool, stampLock, () => stampChanges(pool, Date.now, signal));
}

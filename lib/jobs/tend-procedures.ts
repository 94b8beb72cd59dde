import type pg from 'pg';
import { forgetKeys } from '#lib/store/procedures/idempotency.ts';
import type { ProcedureStore } from '#lib/store/procedures/procedure-store.ts';
import { withLock } from './with-lock.ts';

/** One worker at a time. */
const tendLock = 4_104_011;

/** What procedures want without anybody asking: deadlines after an edit of the calendar, what time brings, keys that nobody comes back with. */
export async function tendProcedures(
  pool: pg.Pool,
  store: Pick<ProcedureStore, 'reproject' | 'sweep'>,
  now: () => Date,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  await withLock(pool, tendLock, async () => {
    const { edited, looked, moved } = await store.reproject();
    if (edited) say(`the calendar was edited: ${moved} of ${looked} deadlines moved`);
    const { asked, changed } = await store.sweep(signal);
    if (changed > 0) say(`time has brought something to ${changed} of ${asked} procedures`);
    await forgetKeys(pool, now());
  });
}

/** Deadlines after an edit of the calendar at once, for who has just made it; null while a worker is at it, who comes round within a minute. */
export const reprojectAlone = (
  pool: pg.Pool,
  store: Pick<ProcedureStore, 'reproject'>,
): Promise<Awaited<ReturnType<ProcedureStore['reproject']>> | null> =>
  withLock(pool, tendLock, () => store.reproject());

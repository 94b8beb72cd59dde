import type pg from 'pg';
import { romeDay } from '#lib/procedures/rome.ts';
import type { Keeper } from '#lib/store/keeping/actor.ts';
import { proposeDeposits } from '#lib/store/keeping/deposits.ts';
import { executeDisposals } from '#lib/store/keeping/execute-disposal.ts';
import { proposeHistorical } from '#lib/store/keeping/historical.ts';
import { withLock } from './with-lock.ts';

/** One worker at a time. */
const keepingLock = 4_104_015;

/** What the keeping of closed fascicoli wants without anybody asking: proposals of the year and of the clock, and the end of what was authorised. */
export async function tendKeeping(
  parts: { pool: pg.Pool; dataDir: string; now: () => Date; grace?: number },
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const { pool, now } = parts;
  await withLock(pool, keepingLock, async () => {
    const instant = now();
    const keeper: Keeper = { by: 'system', now: instant, today: romeDay(instant) };
    const lists = await proposeDeposits(pool, keeper);
    if (lists > 0) say(`deposit: ${lists} lists of the year proposed to the offices`);
    const affairs = await proposeHistorical(pool, keeper);
    if (affairs > 0) say(`historical section: ${affairs} affairs proposed`);
    const { destroyed, held, finished } = await executeDisposals({ ...parts, keeper }, signal);
    if (destroyed + held > 0) say(`scarto: ${destroyed} fascicoli destroyed, ${held} held back`);
    for (const id of finished) say(`scarto: list ${id} is executed`);
  });
}

import type pg from 'pg';
import type { ProtocolStore } from '#lib/store/protocol/protocol-store.ts';
import { withLock } from './with-lock.ts';

/** One worker at a time. */
const registerLock = 4_104_022;

/** Daily registers of the days that are over. */
export async function tendRegister(
  pool: pg.Pool,
  protocol: Pick<ProtocolStore, 'makeDailyRegisters'>,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  await withLock(pool, registerLock, async () => {
    const made = await protocol.makeDailyRegisters(signal);
    if (made > 0) say(`${made} daily registers of the protocollo were made`);
  });
}

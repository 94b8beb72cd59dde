import type pg from 'pg';
import { IdentifierMint } from '#lib/store/writing/identifier-mint.ts';

/** Ids for a process that writes many small things at once: asked for before a transaction begins, so that none waits for another's connection. */
export function createIdSource(pool: pg.Pool): (count: number) => Promise<string[]> {
  const mint = new IdentifierMint(pool);
  let turn: Promise<unknown> = Promise.resolve();
  return (count) => {
    const mine = turn.then(async () => {
      await mint.reserve(count);
      return Array.from({ length: count }, () => mint.take());
    });
    // A failure is told to who asked; the next one tries for itself.
    turn = mine.catch(() => undefined);
    return mine;
  };
}

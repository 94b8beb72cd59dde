/** So many wait already that who comes now would wait in vain. */
export class TooBusy extends Error {}
/** Nobody waits any more for what had its turn. */
export class Unwanted extends Error {}

export interface Turns {
  /** Does the work when it is its turn; not at all where nobody wants it by then. @throws TooBusy, Unwanted */
  take<T>(work: () => Promise<T>, isWanted?: () => boolean): Promise<T>;
}

/** Lets so many work at once, and so many wait. */
export function createTurns(atOnce: number, mostWaiting: number): Turns {
  const waiting: (() => void)[] = [];
  let working = 0;
  return {
    take: async (work, isWanted = () => true) => {
      if (working >= atOnce) {
        if (waiting.length >= mostWaiting) throw new TooBusy();
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else working++;
      try {
        if (!isWanted()) throw new Unwanted();
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else working--;
      }
    },
  };
}

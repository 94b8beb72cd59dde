import { createForgivingCount, remember } from './forgiving-count.ts';

/** Wrong API keys that may come from one network before it is slowed; one more each time as many seconds have passed. */
const free = 10;
const secondsEach = 6;
/** A key from a slowed network waits so long before it is looked at, and no more than so many do, of one network and of all. */
const hold = 1000;
const mostHeld = 5;
const mostHeldTogether = 200;
/** Networks and keys remembered; whoever was there first is forgotten first. */
const mostNetworks = 10_000;
const mostProven = 10_000;

/** What one process remembers of wrong keys. It is of bounded size, and only of hashes. */
export interface WrongKeys {
  /** To be awaited before a key is looked at. @returns null when it may be, else the seconds after which to come again */
  wait(network: string, keyHash: string): Promise<number | null>;
  wrong(network: string, keyHash: string): void;
  /** The key is somebody's: it does not wait for what its neighbours do. */
  right(keyHash: string): void;
}

/**
 * Slows networks that send wrong keys. Nobody guesses 256 bits: what is spared is the database, and who comes from behind the same proxy must not
 * suffer. A key that was right here goes through at once; one that is new is held for a moment, in a queue that is short.
 * @param now milliseconds
 */
export function createWrongKeys(now: () => number): WrongKeys {
  // No more than is forgiven in two minutes: addresses change hands.
  const networks = createForgivingCount(now, { secondsEach, most: free * 2, mostRemembered: mostNetworks });
  const proven = new Map<string, true>();
  const held = new Map<string, number>();
  let heldTogether = 0;

  async function holdFor(network: string): Promise<void> {
    held.set(network, (held.get(network) ?? 0) + 1);
    heldTogether += 1;
    await new Promise((resolve) => setTimeout(resolve, hold));
    heldTogether -= 1;
    const left = (held.get(network) ?? 1) - 1;
    if (left > 0) held.set(network, left);
    else held.delete(network);
  }

  return {
    async wait(network, keyHash) {
      // Whole ones: the tenth is not forgiven in the instant after it.
      if (Math.ceil(networks.of(network)) < free || proven.has(keyHash)) return null;
      if ((held.get(network) ?? 0) >= mostHeld || heldTogether >= mostHeldTogether) return secondsEach;
      await holdFor(network);
      return null;
    },
    wrong(network, keyHash) {
      proven.delete(keyHash);
      networks.add(network);
    },
    right: (keyHash) => remember(proven, keyHash, true, mostProven),
  };
}

import { createForgivingCount } from './forgiving-count.ts';

/** Cases that are none of theirs for which somebody may ask before they are slowed; one more each time as many seconds have passed. */
const free = 60;
const secondsEach = 10;
const mostRemembered = 10_000;

/** What one process remembers of who asked for cases that are none of theirs. */
export interface Guesses {
  /**
   * Somebody asked for a case that is not theirs, or for none: the same, here as everywhere.
   * @returns null where they are told that it is not there, else the seconds after which to come again
   */
  missed(who: string): number | null;
}

/**
 * Slows who tries out numbers of cases. Ids are not to be guessed and every look is decided anyway: what is limited is the trying, and who looks at
 * their own cases notices nothing of it.
 * @param now milliseconds
 */
export function createGuesses(now: () => number): Guesses {
  const count = createForgivingCount(now, { secondsEach, most: free * 2, mostRemembered });
  return {
    missed(who) {
      count.add(who);
      const over = count.of(who) - free;
      return over > 0 ? Math.ceil(over * secondsEach) : null;
    },
  };
}

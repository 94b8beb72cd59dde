/**
 * By which stamps are given and harvests see them, in seconds since 1970. Harvests see what is stamped up to `published`, and are told that as the
 * time: whoever comes back asking from there misses nothing, as long as what is stamped later is stamped later than it.
 */
export interface DisseminationClock {
  published: number;
  /** The latest stamp given, seen or not. */
  given: number;
}

/** Seconds by which stamps may be ahead of the clock before it is taken for one that was set back. */
const setBack = 2;

/** The stamp of what is written now: later than all that anybody was told, whatever became of the clock. */
export const stampAt = (clock: DisseminationClock, now: number): number =>
  Math.max(Math.floor(now), clock.published + 1, clock.given);

/** As it is once what was stamped is committed. */
export const stamped = (clock: DisseminationClock, stamp: number): DisseminationClock => ({ ...clock, given: stamp });

/**
 * How far harvests may see, with nothing stamped that is not committed. A stamp of a second that is still to come waits for it; of a clock that was set
 * back it does not, or nothing would be seen until the clock is where it was.
 */
export function publishAt(clock: DisseminationClock, now: number): DisseminationClock {
  const second = Math.floor(now);
  if (clock.given <= second) return { ...clock, published: Math.max(clock.published, second) };
  return clock.given > second + setBack ? { ...clock, published: Math.max(clock.published, clock.given) } : clock;
}

/** What an answer tells as its time: never later than it is, and long ago where nothing was ever published. */
export const toldAt = (clock: DisseminationClock, now: number): number => Math.min(clock.published, Math.floor(now));

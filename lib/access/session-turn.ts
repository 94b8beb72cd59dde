/** What a row knows of the key of its session. Times in milliseconds since 1970. */
export interface KeptTurn {
  turn: number;
  turnedAt: number;
  endsAt: number;
  endedAt: number | null;
}

/** Milliseconds in which the turn before still serves: requests sent together arrive out of order, an answer may be lost. */
export const grace = 60_000;

export type TurnVerdict =
  /** The key in use. */
  | 'current'
  /** The key that was handed out last, seen for the first time: it is the one in use from now on. */
  | 'next'
  /** The one before, within its grace. */
  | 'before'
  | 'over'
  /** One that was replaced a while ago: two hold this session. */
  | 'copied';

/**
 * What to think of a cookie's turn. A request that takes long is judged by when it began: a form with large files may outlast several turns. A
 * later turn than the next was never handed out: only who has our secret could write it.
 */
export function judgeTurn(kept: KeptTurn, turn: number, now: number, begun: number = now): TurnVerdict {
  if (kept.endedAt !== null || kept.endsAt <= now) return 'over';
  if (turn === kept.turn) return 'current';
  if (turn === kept.turn + 1) return 'next';
  if (turn === kept.turn - 1 && begun - kept.turnedAt < grace) return 'before';
  if (turn < kept.turn && begun < kept.turnedAt) return 'before';
  return 'copied';
}

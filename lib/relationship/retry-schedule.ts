const minute = 60_000;
const longestPause = 60 * minute;

/** For so long a notification is tried again; then somebody is told that it did not go. */
export const patience = 24 * 60 * minute;

/**
 * When to try again what failed: after 1, 2, 4 … minutes, then each hour, a last time when a day is full. Null when that was tried too.
 * @param since when it was to go at first
 * @param failed attempts that failed
 */
export function nextAttempt(since: Date, failed: number, now: Date): Date | null {
  const end = since.getTime() + patience;
  if (now.getTime() >= end) return null;
  const pause = Math.min(2 ** Math.max(failed - 1, 0) * minute, longestPause);
  return new Date(Math.min(now.getTime() + pause, end));
}

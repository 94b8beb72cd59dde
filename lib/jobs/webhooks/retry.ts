/** 25 s, 100 s, 400 s … and never longer than a day; seven times after the first. */
const firstPause = 25_000;
const longestPause = 86_400_000;
export const mostRetries = 7;

/** When to try again after so many attempts that failed; null when it is to be given up. */
export function nextAttempt(failed: number, now: Date): Date | null {
  if (failed > mostRetries) return null;
  return new Date(now.getTime() + Math.min(firstPause * 4 ** (failed - 1), longestPause));
}

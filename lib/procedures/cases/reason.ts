import type { Day } from '../day.ts';
import type { Reason } from './decision.ts';

/** @param from the first day on which it will bar no longer by itself. */
export const reason = (
  code: string,
  it: string,
  en: string,
  article: string | null = null,
  from: Day | null = null,
): Reason => ({ code, text: { it, en }, article, from });

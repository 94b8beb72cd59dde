import type { Day } from './day.ts';
import { type Law, noLaw, type NoLawInForce, parameterOn } from './law.ts';

/** Where a type of procedure has its term from. `none`: nowhere, so the law's own applies (L. 241/1990 art. 2 c. 2). */
export type TermBasis = 'none' | 'regulation' | 'complexRegulation' | 'law';

export type ConclusionTerm =
  | { kind: 'term'; days: number; article: string | null }
  /** A regulation may not give itself more (c. 3 and 4); what a law gives is not capped. */
  | { kind: 'beyondCap'; days: number; cap: number; article: string }
  | { kind: 'daysMissing' }
  | NoLawInForce;

export function conclusionTerm(basis: TermBasis, days: number | null, law: Law, on: Day): ConclusionTerm {
  if (basis === 'none') {
    const known = parameterOn(law, 'conclusionDefaultDays', on);
    return known
      ? { kind: 'term', days: known.value, article: known.source.article }
      : noLaw('conclusionDefaultDays', on);
  }
  if (days === null) return { kind: 'daysMissing' };
  if (basis === 'law') return { kind: 'term', days, article: null };
  const key = basis === 'regulation' ? 'conclusionCapDays' : 'conclusionComplexCapDays';
  const cap = parameterOn(law, key, on);
  if (!cap) return noLaw(key, on);
  const { article } = cap.source;
  return days > cap.value ? { kind: 'beyondCap', days, cap: cap.value, article } : { kind: 'term', days, article };
}

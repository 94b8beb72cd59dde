/** How many hits begin, or end, in a year. */
export interface YearCount {
  year: number;
  count: number;
}

const spans = [10, 25, 50, 100, 250, 500, 1000];
const mostBars = 40;

/**
 * Bars by overlap: a hit counts in each span of years it touches. A bar's hits are those begun by its end less those over before its start,
 * so that two short lists of years answer for any number of hits.
 */
export function histogramOf(
  starts: readonly YearCount[],
  ends: readonly YearCount[],
): { from: number; to: number; count: number }[] {
  if (starts.length === 0 || ends.length === 0) return [];
  const first = Math.min(...starts.map(({ year }) => year));
  const last = Math.max(...ends.map(({ year }) => year));
  const barsOf = (span: number) => Math.floor(last / span) - Math.floor(first / span) + 1;
  const span = spans.find((width) => barsOf(width) <= mostBars) ?? 1000;
  const upTo = (counts: readonly YearCount[], year: number) =>
    counts.reduce((sum, each) => (each.year <= year ? sum + each.count : sum), 0);
  return Array.from({ length: barsOf(span) }, (_, bar) => {
    const from = (Math.floor(first / span) + bar) * span;
    const to = from + span - 1;
    return { from, to, count: Math.max(0, upTo(starts, to) - upTo(ends, from - 1)) };
  });
}

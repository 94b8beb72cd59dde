/** Room left between two siblings, so that later ones find a place without renumbering (design §3: position is a sparse sort key). */
export const positionGap = 1 << 20;

export interface SiblingPositions {
  positions: number[];
  /** True where a known sibling had to leave its place among the others: the fewest possible. */
  moved: boolean[];
}

/**
 * Positions for siblings in their new order.
 * @param known the position each one has now, null for a newcomer.
 * @returns strictly increasing positions; those in the longest run already in order keep theirs unless there is no room between them.
 */
export function orderSiblings(known: readonly (number | null)[]): SiblingPositions {
  const kept = longestIncreasing(known);
  const moved = known.map((position, index) => position !== null && !kept.has(index));
  const positions: number[] = [];
  let index = 0;
  while (index < known.length) {
    if (kept.has(index)) {
      positions.push(known[index] as number);
      index++;
      continue;
    }
    const start = index;
    while (index < known.length && !kept.has(index)) index++;
    const count = index - start;
    const below = start > 0 ? (positions[start - 1] as number) : null;
    const above = index < known.length ? (known[index] as number) : null;
    const room = spread(below, above, count);
    if (!room) return { positions: known.map((_, i) => (i + 1) * positionGap), moved };
    positions.push(...room);
  }
  return { positions, moved };
}

/** `count` positions strictly between two others, evenly; null when they don't fit. */
function spread(below: number | null, above: number | null, count: number): number[] | null {
  if (above === null) return Array.from({ length: count }, (_, i) => (below ?? 0) + (i + 1) * positionGap);
  const floor = below ?? Math.min(0, above - (count + 1) * positionGap);
  const step = Math.floor((above - floor) / (count + 1));
  if (step < 1) return null;
  return Array.from({ length: count }, (_, i) => floor + (i + 1) * step);
}

/** Indexes of a longest strictly increasing subsequence of the known positions (patience sorting, n log n). */
function longestIncreasing(known: readonly (number | null)[]): Set<number> {
  const tails: number[] = [];
  const previous = new Int32Array(known.length).fill(-1);
  known.forEach((position, index) => {
    if (position === null) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((known[tails[middle] as number] as number) < position) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = tails[low - 1] as number;
    tails[low] = index;
  });
  const kept = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] as number) kept.add(index);
  return kept;
}

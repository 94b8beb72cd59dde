export interface ForgivingCount {
  /** How many there are, less what time has forgiven. */
  of(who: string): number;
  /** One more. */
  add(who: string): void;
}

/**
 * Counts by somebody's name, of which time forgives one after so many seconds. Of bounded size: of too many who was there first is forgotten first.
 * @param now milliseconds
 */
export function createForgivingCount(
  now: () => number,
  { secondsEach, most, mostRemembered }: { secondsEach: number; most: number; mostRemembered: number },
): ForgivingCount {
  const counted = new Map<string, { count: number; at: number }>();
  const of = (who: string): number => {
    const { count, at } = counted.get(who) ?? { count: 0, at: 0 };
    return Math.max(0, count - (now() - at) / (secondsEach * 1000));
  };
  return {
    of,
    add: (who) => remember(counted, who, { count: Math.min(of(who) + 1, most), at: now() }, mostRemembered),
  };
}

/** Sets a key as the newest, and forgets the oldest of too many. */
export function remember<V>(map: Map<string, V>, key: string, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}

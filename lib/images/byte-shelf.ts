/** What was had lately, up to so many bytes; what lies longest unused goes first. */
export interface Shelf<T> {
  get(key: string): T | undefined;
  put(key: string, value: T, bytes: number): void;
  drop(key: string): void;
  bytes(): number;
}

/** @param dropped told of what had to go */
export function createShelf<T>(most: number, dropped: (key: string, value: T) => void = () => undefined): Shelf<T> {
  // A Map keeps the order in which things were put: the first is the one unused for longest.
  const held = new Map<string, { value: T; bytes: number }>();
  let total = 0;
  const drop = (key: string): void => {
    total -= held.get(key)?.bytes ?? 0;
    held.delete(key);
  };
  return {
    get: (key) => {
      const found = held.get(key);
      if (!found) return undefined;
      held.delete(key);
      held.set(key, found);
      return found.value;
    },
    put: (key, value, bytes) => {
      drop(key);
      held.set(key, { value, bytes });
      total += bytes;
      for (const [oldest, one] of held) {
        if (total <= most) break;
        drop(oldest);
        dropped(oldest, one.value);
      }
    },
    drop,
    bytes: () => total,
  };
}

/** What looks like chance and comes again the same with the same words: what happens in one case never hangs on another. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  number(): number;
  /** Both ends included. */
  whole(from: number, to: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** By weight; what is left over falls to the last. */
  weighted<T>(list: readonly [readonly [T, number], ...(readonly [T, number])[]]): T;
  happens(share: number): boolean;
}

/** FNV-1a: spreads words over 32 bits. */
const hashOf = (text: string): number =>
  [...text].reduce((hash, character) => Math.imul(hash ^ character.charCodeAt(0), 16_777_619), 2_166_136_261) >>> 0;

export function chanceOf(...words: (string | number)[]): Chance {
  let state = hashOf(words.join('|'));
  // mulberry32
  const number = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    number,
    whole: (from, to) => from + Math.floor(number() * (to - from + 1)),
    pick: (list) => list[Math.floor(number() * list.length)] ?? list[0],
    weighted: (list) => {
      let left = number() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) {
        if (left < weight) return value;
        left -= weight;
      }
      return list[0][0];
    },
    happens: (share) => number() < share,
  };
}

import { describe, expect, it } from 'vitest';
import { firstMiss, nDCG } from '#tests/bench/relevance/ndcg.ts';

describe('nDCG@10', () => {
  it.each([
    ['all in the best order', [3, 2, 1], [1, 2, 3], 1],
    ['nothing found', [], [3], 0],
    ['nothing judged', [0, 0], [], 0],
    ['nothing of what was found is judged', [0, 0, 0], [3], 0],
    ['the only one second: 1 / log2(3)', [0, 3], [3], 0.6309],
    ['the only one third: 1 / log2(4)', [0, 0, 3], [3], 0.5],
    ['the only one eleventh: not looked at', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3], [3], 0],
    ['one of two alike: 1 / (1 + 1 / log2(3))', [3], [3, 3], 0.6131],
    ['a 2 before the 3: (3 + 7 / log2(3)) / (7 + 3 / log2(3))', [2, 3], [3, 2], 0.834],
    ['a 1 before the 3: gains are 2^grade − 1', [1, 3], [3, 1], 0.7098],
    ['ten of forty alike: which ten is all one', Array<number>(10).fill(1), Array<number>(40).fill(1), 1],
    ['no more than the first ten hits count', [...Array<number>(10).fill(1), 3], Array<number>(11).fill(1), 1],
  ])('%s', (_, found, judged, score) => {
    expect(nDCG(found, judged)).toBeCloseTo(score, 4);
  });

  it.each([
    ['none where the order is the best', [3, 2], [2, 3], null],
    ['where a better one could stand', [3, 1, 2], [1, 2, 3], 1],
    ['after the last hit', [3], [3, 1], 1],
    ['none beyond the tenth', Array<number>(10).fill(2), Array<number>(12).fill(2), null],
  ])('first miss: %s', (_, found, judged, place) => {
    expect(firstMiss(found, judged)).toBe(place);
  });
});

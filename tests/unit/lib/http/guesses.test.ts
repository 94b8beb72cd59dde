import { describe, expect, it } from 'vitest';
import { createGuesses } from '#lib/http/guesses.ts';

describe('who tries out cases that are none of theirs', () => {
  it('is told sixty times that there is nothing, then when to come again, and longer the more they try', () => {
    let now = 0;
    const guesses = createGuesses(() => now);
    for (let n = 0; n < 60; n += 1) expect(guesses.missed('anna')).toBeNull();
    expect(guesses.missed('anna')).toBe(10);
    expect(guesses.missed('anna')).toBe(20);
    // Nobody else waits for it.
    expect(guesses.missed('bruno')).toBeNull();
    now += 30_000;
    expect(guesses.missed('anna')).toBeNull();
  });

  it('waits ten minutes at most, however long they tried', () => {
    const guesses = createGuesses(() => 0);
    let told: number | null = null;
    for (let n = 0; n < 10_000; n += 1) told = guesses.missed('anna');
    expect(told).toBe(600);
  });

  it('is forgotten before so many are remembered that memory runs out', () => {
    const guesses = createGuesses(() => 0);
    for (let n = 0; n < 61; n += 1) guesses.missed('anna');
    for (let n = 0; n < 10_000; n += 1) guesses.missed(`somebody ${n}`);
    expect(guesses.missed('anna')).toBeNull();
  });
});

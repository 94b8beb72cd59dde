import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grace, judgeTurn, type KeptTurn } from '#lib/access/session-turn.ts';

const kept: KeptTurn = { turn: 5, turnedAt: 1_000_000, endsAt: 9_000_000, endedAt: null };
const at = kept.turnedAt + 1000;

describe('the turn of a session’s key', () => {
  it.each<[string, number, number, Partial<KeptTurn>, ReturnType<typeof judgeTurn>]>([
    ['the one in use', 5, at, {}, 'current'],
    ['the one handed out', 6, at, {}, 'next'],
    ['the one before, just replaced', 4, at, {}, 'before'],
    ['the one before, at the end of its grace', 4, kept.turnedAt + grace - 1, {}, 'before'],
    ['the one before, a minute later', 4, kept.turnedAt + grace, {}, 'copied'],
    ['an old one', 3, at, {}, 'copied'],
    ['one never handed out', 7, at, {}, 'copied'],
    ['of a session left alone', 5, kept.endsAt, {}, 'over'],
    ['of a session that was ended', 5, at, { endedAt: at - 1 }, 'over'],
    ['an old one of a session that was ended', 1, at, { endedAt: at - 1 }, 'over'],
  ])('%s', (_, turn, now, other, verdict) => expect(judgeTurn({ ...kept, ...other }, turn, now)).toBe(verdict));

  it('a form that took long is judged by when it began to come', () => {
    const now = kept.turnedAt + 3_600_000;
    for (const turn of [4, 3, 1]) expect(judgeTurn(kept, turn, now, kept.turnedAt - 1)).toBe('before');
    expect(judgeTurn(kept, 4, now, kept.turnedAt + grace - 1)).toBe('before');
    expect(judgeTurn(kept, 4, now, kept.turnedAt + grace)).toBe('copied');
    expect(judgeTurn(kept, 3, now, kept.turnedAt)).toBe('copied');
  });

  it('two who hold one session are found out as soon as both go on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), fc.integer({ min: 0, max: 1000 }), (ahead, turn) => {
        const now = kept.turnedAt + grace;
        expect(judgeTurn({ ...kept, turn: turn + ahead }, turn, now)).toBe('copied');
      }),
    );
  });
});

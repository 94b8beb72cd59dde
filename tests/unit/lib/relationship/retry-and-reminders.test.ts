import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#lib/procedures/day.ts';
import { messagesOf } from '#lib/relationship/one-message.ts';
import { reminderDays, reminderOn } from '#lib/relationship/reminders.ts';
import { nextAttempt, patience } from '#lib/relationship/retry-schedule.ts';

describe('a message that fails', () => {
  const since = new Date('2026-03-02T10:00:00Z');
  const allAttempts = (): number[] => {
    const at: number[] = [0];
    for (let now: Date | null = since; (now = nextAttempt(since, at.length, now));)
      at.push(now.getTime() - since.getTime());
    return at;
  };

  it('is tried after 1, 2, 4 … minutes, then each hour, for a day, and a last time when it is full', () => {
    const minutes = allAttempts().map((ms) => ms / 60_000);
    expect(minutes.slice(0, 8)).toEqual([0, 1, 3, 7, 15, 31, 63, 123]);
    expect(minutes.at(-1)).toBe(24 * 60);
    expect(minutes.length).toBeLessThan(35);
  });

  it('is never given up before a day is full, nor tried after it, however late each attempt is made', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 * patience }), fc.integer({ min: 1, max: 60 }), (late, failed) => {
        const now = new Date(since.getTime() + late);
        const next = nextAttempt(since, failed, now);
        expect(next === null).toBe(late >= patience);
        if (next) {
          expect(next > now).toBe(true);
          expect(next.getTime()).toBeLessThanOrEqual(since.getTime() + patience);
          expect(next.getTime() - now.getTime()).toBeLessThanOrEqual(60 * 60_000);
        }
      }),
    ));
});

describe('reminders', () => {
  const days = fc.integer({ min: 0, max: 60 });
  it.each([
    ['sixteen days before: none', 16, 40, null],
    ['fifteen', 15, 40, 15],
    ['a night without power on the fifteenth', 13, 40, 15],
    ['five', 5, 40, 5],
    ['the last day but one', 1, 40, 1],
    ['the last day', 0, 40, 1],
    ['it is over', -1, 40, null],
    ['begun ten days before its end: that was told then', 10, 10, null],
    ['begun ten days before its end, five left', 5, 10, 5],
    ['begun on the day of the reminder', 5, 5, null],
  ])('%s', (_name, left, lasts, expected) => {
    const today = '2026-03-02';
    const dueOn = addDays(today, left);
    expect(reminderOn(today, { since: addDays(dueOn, -lasts), dueOn })).toBe(expected);
  });

  it('come once each, in order, for whatever runs long enough, though the job misses days', () =>
    fc.assert(
      fc.property(days, fc.array(fc.boolean(), { minLength: 61, maxLength: 61 }), (lasts, awake) => {
        const since = '2026-03-02';
        const dueOn = addDays(since, lasts);
        const said = new Set<number>();
        for (let day = 0; day <= lasts; day++) {
          if (!awake[day] && day !== lasts) continue;
          const days = reminderOn(addDays(since, day), { since, dueOn });
          if (days !== null) said.add(days);
        }
        const inOrder = [...said];
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a));
        expect(said.has(1)).toBe(lasts > 1);
        for (const one of reminderDays) if (said.has(one)) expect(daysBetween(since, dueOn)).toBeGreaterThan(one);
      }),
    ));
});

describe('messages', () => {
  it('hold all that is due to one person, once, in the order in which it happened', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ id: fc.nat(), agent: fc.constantFrom('a', 'b', 'c') }), {
          selector: ({ id }) => id,
        }),
        (due) => {
          const messages = messagesOf(due);
          expect(new Set(messages.map(({ agent }) => agent)).size).toBe(messages.length);
          expect(messages.flatMap(({ parts }) => parts).toSorted((a, b) => a.id - b.id)).toEqual(
            due.toSorted((a, b) => a.id - b.id),
          );
          for (const { agent, parts } of messages) {
            expect(parts.every((part) => part.agent === agent)).toBe(true);
            expect(parts).toEqual(parts.toSorted((a, b) => a.id - b.id));
          }
        },
      ),
    ));
});

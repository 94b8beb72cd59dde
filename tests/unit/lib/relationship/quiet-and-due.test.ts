import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelsFor, dueAt } from '#lib/relationship/due-at.ts';
import { digests, firstPreferences } from '#lib/relationship/preferences.ts';
import { afterQuiet, isQuiet, nextHour, romeHour, type QuietHours } from '#lib/relationship/quiet-hours.ts';
import { isUrgent, topics } from '#lib/relationship/topics.ts';

const minute = 60_000;
const night: QuietHours = { from: '21:00', until: '08:00' };

/** Whole minutes of two years, with both changes of the hour. */
const instants = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z') / minute, max: Date.parse('2027-12-31T00:00:00Z') / minute })
  .map((minutes) => new Date(minutes * minute));
const hours = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, at]) => `${String(hour).padStart(2, '0')}:${String(at).padStart(2, '0')}`);
const quietHours = fc.record({ from: hours, until: hours });

describe('quiet hours', () => {
  it.each([
    ['by day', '2026-03-02T12:00:00Z', '2026-03-02T12:00:00.000Z'],
    ['late in the evening', '2026-03-02T20:30:00Z', '2026-03-03T07:00:00.000Z'],
    ['after midnight', '2026-03-02T01:00:00Z', '2026-03-02T07:00:00.000Z'],
    ['at the minute they end', '2026-03-02T07:00:00Z', '2026-03-02T07:00:00.000Z'],
    ['over the change to summer time', '2026-03-28T22:00:00Z', '2026-03-29T06:00:00.000Z'],
    ['over the change to winter time', '2026-10-24T22:00:00Z', '2026-10-25T07:00:00.000Z'],
  ])('%s', (_name, at, expected) => expect(afterQuiet(new Date(at), night).toISOString()).toBe(expected));

  it('end at an hour that is skipped in March when the skip is over', () =>
    expect(nextHour(new Date('2026-03-28T23:00:00Z'), '02:30').toISOString()).toBe('2026-03-29T01:00:00.000Z'));

  it('that are empty or not there hold nothing', () => {
    const at = new Date('2026-03-02T02:00:00Z');
    for (const quiet of [null, { from: '05:00', until: '05:00' }]) expect(afterQuiet(at, quiet)).toEqual(at);
  });

  it('hold nothing longer than they last, and let it go as soon as they are over', () =>
    fc.assert(
      fc.property(instants, quietHours, (at, quiet) => {
        const went = afterQuiet(at, quiet);
        expect(isQuiet(went, quiet)).toBe(false);
        expect(went.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(went.getTime() - at.getTime()).toBeLessThanOrEqual(25 * 60 * minute);
        if (went > at) expect(isQuiet(new Date(went.getTime() - minute), quiet)).toBe(true);
        else expect(isQuiet(at, quiet)).toBe(false);
      }),
    ));
});

describe('when something goes out', () => {
  const at = new Date('2026-03-04T10:00:00Z'); // a Wednesday
  it.each([
    ['what needs you goes at once, whatever the digest', 'needsYou', 'weekly', '2026-03-04T10:00:00.000Z'],
    ['progress waits for what follows it', 'progress', 'immediate', '2026-03-04T10:05:00.000Z'],
    ['once a day: the next morning', 'progress', 'daily', '2026-03-05T07:00:00.000Z'],
    ['once a week: on Monday', 'services', 'weekly', '2026-03-09T07:00:00.000Z'],
  ] as const)('%s', (_name, topic, digest, expected) =>
    expect(dueAt(at, topic, { digest, quiet: night }).toISOString()).toBe(expected),
  );

  it('is never before it happened, never in quiet hours, never later than the digest and the night after it', () =>
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom(...topics),
        fc.constantFrom(...digests),
        fc.option(quietHours),
        (happened, topic, digest, quiet) => {
          const due = dueAt(happened, topic, { digest, quiet });
          expect(due.getTime()).toBeGreaterThanOrEqual(happened.getTime());
          expect(isQuiet(due, quiet)).toBe(false);
          const days = isUrgent(topic) || digest === 'immediate' ? 2 : digest === 'daily' ? 3 : 9;
          expect(due.getTime() - happened.getTime()).toBeLessThan(days * 24 * 60 * minute);
          if (!isUrgent(topic) && digest !== 'immediate' && quiet === null) expect(romeHour(due)).toBe('08:00');
        },
      ),
    ));

  it('goes by the ways that are wanted and there, for topics that are on', () => {
    expect(channelsFor('progress', firstPreferences, ['email', 'push'])).toEqual(['email', 'push']);
    expect(channelsFor('progress', { ...firstPreferences, channels: ['push'] }, ['email', 'push'])).toEqual(['push']);
    expect(channelsFor('services', firstPreferences, ['email'])).toEqual([]);
    // Of a case that is muted only what waits for them and what is decided.
    const heard = topics.filter((topic) => channelsFor(topic, firstPreferences, ['email'], true).length > 0);
    expect(heard).toEqual(['needsYou', 'decision']);
  });
});

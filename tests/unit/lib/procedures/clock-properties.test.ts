import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarData } from '#lib/procedures/calendar-data.ts';
import { type Clock, clockSchema, type Deadline, readClock } from '#lib/procedures/clock.ts';
import { addDays, daysBetween } from '#lib/procedures/day.ts';
import { durationOf } from '#lib/procedures/duration.ts';
import { explainDeadline } from '#lib/procedures/explain-deadline.ts';
import type { LedgerEntry, StopRule } from '#lib/procedures/ledger.ts';
import { reproject } from '#lib/procedures/reproject.ts';
import { aClock, calendarData, calendarFor, on, padova } from '#tests/builders/procedure-time.ts';

// From 2021 every figure is known; leap years, changes of the hour and the new holiday of 2026 lie within.
const start = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2021-01-01', days));
const term = fc.record({
  startOn: start,
  days: fc.integer({ min: 1, max: 120 }),
  unit: fc.constantFrom('calendar' as const, 'working' as const),
  roll: fc.constantFrom('none' as const, 'next' as const),
});
const offset = fc.integer({ min: -3, max: 250 });
const length = fc.option(fc.integer({ min: 0, max: 70 }));
const rule: fc.Arbitrary<StopRule> = fc.record({
  article: fc.constantFrom('regolamento art. 9', 'DPR 380/2001 art. 20 c. 5'),
  effect: fc.constantFrom('suspends' as const, 'interrupts' as const),
  times: fc.constantFrom(null, 1, 2),
  maxDays: fc.option(fc.integer({ min: 1, max: 60 })),
});

type Shape = { kind: LedgerEntry['kind']; at: number; first: number | null; second: number | null; rule: StopRule };
const shape: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constantFrom('art2c7', 'art10bis', 'conferenza', 'integration', 'other', 'extension'),
  at: offset,
  first: length,
  second: length,
  rule,
});
const stopShape = shape.filter(({ kind }) => kind !== 'extension');

/** @param latest nothing is recorded beyond it, in offsets from the start. */
function entryOf(
  { kind, at, first, second, rule: itsRule }: Shape,
  id: string,
  startOn: string,
  latest: number,
): LedgerEntry {
  const day = (days: number) => addDays(startOn, Math.min(days, latest));
  const after = (days: number | null, from = at) => (days === null ? null : day(from + days));
  const common = { id, act: null, from: day(at) };
  if (kind === 'extension') return { kind, ...common, days: 1 + (first ?? 10), article: 'regolamento art. 7' };
  if (kind === 'art10bis')
    return { kind, ...common, receivedOn: after(first), observationsOn: after(second, at + (first ?? 0)) };
  if (kind === 'art2c7') return { kind, ...common, to: after(first) };
  return { kind, ...common, to: after(first), rule: itsRule };
}

const world = fc.record({
  term,
  shapes: fc.array(shape, { maxLength: 7 }),
  age: fc.integer({ min: 0, max: 300 }),
  concludedAfter: fc.option(fc.integer({ min: -2, max: 250 })),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

const clockOf = ({ term: itsTerm, shapes, age }: World, recorded = true): Clock =>
  aClock(
    itsTerm,
    shapes.map((one, index) => entryOf(one, `e${index}`, itsTerm.startOn, recorded ? age : Number.MAX_SAFE_INTEGER)),
  );
const todayOf = ({ term: itsTerm, age }: World) => on(addDays(itsTerm.startOn, age));

/** `9999` where nothing limits it. */
const endsOf = (deadline: Deadline): [string, string] =>
  deadline.kind === 'fixed' ? [deadline.on, deadline.on] : [deadline.earliest, deadline.latest ?? '9999-12-31'];

const holds = (property: (one: World) => void) => fc.assert(fc.property(world, property), { numRuns: 300 });

describe('any clock whatever', () => {
  it('is read without a fault, and what is used up and what is left are the whole', () => {
    holds((one) => {
      const { age, concludedAfter } = one;
      const { startOn } = one.term;
      const concludedOn = concludedAfter === null ? null : addDays(startOn, concludedAfter);
      const clock = clockSchema.parse({ ...clockOf(one, false), concludedOn });
      const reading = readClock(clock, on(addDays(startOn, age)));
      expect(reading.elapsed + reading.remaining).toBe(reading.budget);
      expect(reading.elapsed).toBeGreaterThanOrEqual(0);
      expect(reading.remaining).toBeGreaterThanOrEqual(0);
      expect(reading.overdue).toBeGreaterThanOrEqual(0);
      const [earliest, latest] = endsOf(reading.deadline);
      expect(earliest <= latest).toBe(true);
      expect(reading.state === 'expired').toBe(concludedOn === null && reading.asOf > latest);
      const { gross, net, suspended } = durationOf(clock, startOn, on(addDays(startOn, age)));
      expect(net).toBeGreaterThanOrEqual(0);
      expect(net + suspended).toBe(gross);
    });
  });

  it('accounts for each entry: it counts or is refused', () => {
    holds((one) => {
      const clock = clockOf(one);
      const { stops, findings } = readClock(clock, todayOf(one));
      const counted = new Set(stops.map(({ stop }) => stop.id));
      const refused = findings.flatMap((each) => (each.effect === 'refused' ? [each.id] : []));
      expect(new Set(refused).size).toBe(refused.length);
      for (const entry of clock.ledger)
        if (entry.kind !== 'extension') expect(counted.has(entry.id)).toBe(!refused.includes(entry.id));
    });
  });

  it('never has an earlier deadline for one more entry', () => {
    fc.assert(
      fc.property(world, shape, (one, more) => {
        const clock = clockOf(one);
        const added = entryOf(more, 'more', one.term.startOn, one.age);
        const before = endsOf(readClock(clock, todayOf(one)).deadline);
        const after = endsOf(readClock({ ...clock, ledger: [...clock.ledger, added] }, todayOf(one)).deadline);
        expect(after[0] >= before[0]).toBe(true);
        expect(after[1] >= before[1]).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('takes no day off twice: the same stop again changes nothing', () => {
    fc.assert(
      fc.property(world, stopShape, (one, again) => {
        const once: Shape = { ...again, kind: 'other', rule: { ...again.rule, times: null } };
        const clock = clockOf(one);
        const [first, second] = ['first', 'second'].map((id) => entryOf(once, id, one.term.startOn, one.age));
        if (!first || !second) throw new Error('two entries were asked for');
        const withOne = readClock({ ...clock, ledger: [...clock.ledger, first] }, todayOf(one));
        const withTwo = readClock({ ...clock, ledger: [...clock.ledger, first, second] }, todayOf(one));
        expect(withTwo.deadline).toEqual(withOne.deadline);
        expect(withTwo.elapsed).toBe(withOne.elapsed);
      }),
    );
  });

  it('does not care whether a stop is written as one or as two that meet', () => {
    fc.assert(
      fc.property(
        world,
        offset,
        fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 })),
        (one, at, [a, b]) => {
          const { startOn } = one.term;
          const open: StopRule = { article: 'regolamento art. 1', effect: 'suspends', times: null, maxDays: null };
          const part = (id: string, from: number, to: number): LedgerEntry => {
            return { kind: 'other', id, act: null, from: addDays(startOn, from), to: addDays(startOn, to), rule: open };
          };
          const from = Math.max(0, at);
          const clock = clockOf(one);
          const read = (parts: LedgerEntry[]) =>
            readClock({ ...clock, ledger: [...clock.ledger, ...parts] }, on('2035-01-01'));
          const whole = read([part('whole', from, from + a + b)]);
          const split = read([part('one', from, from + a), part('two', from + a, from + a + b)]);
          expect(split.deadline).toEqual(whole.deadline);
          expect(split.elapsed).toBe(whole.elapsed);
          expect(split.overdue).toBe(whole.overdue);
        },
      ),
    );
  });

  it('never gives back a day that has gone by, but to an interruption', () => {
    holds((one) => {
      const clock = clockOf(one);
      const today = todayOf(one);
      const tomorrow = on(addDays(today.today, 1));
      const elapsed = readClock(clock, today).elapsed;
      expect(readClock(clock, tomorrow).elapsed - elapsed).toBeOneOf([0, 1]);
    });
  });

  it('of calendar days that nothing stops or rolls is as long as it says, whatever hour or leap year lies within', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 400 }), (startOn, days) => {
        const { deadline } = readClock(aClock({ startOn, days, roll: 'none' }), on(startOn));
        expect(deadline.kind === 'fixed' && daysBetween(startOn, deadline.on)).toBe(days);
      }),
    );
  });

  it('ends on no holiday when it rolls', () => {
    holds((one) => {
      const clock = clockOf({ ...one, term: { ...one.term, roll: 'next' } });
      const explanation = explainDeadline(clock, todayOf(one));
      const end = explanation?.deadline ?? '2026-11-23';
      expect(padova.holidayAt(daysBetween('1970-01-01', end))).toBeNull();
    });
  });
});

describe('the explanation of any deadline', () => {
  it('is of days that follow one another, add up to the term and end on the deadline', () => {
    holds((one) => {
      const clock = clockOf(one);
      const context = todayOf(one);
      const explanation = explainDeadline(clock, context);
      if (!explanation) throw new Error('the earliest deadline always exists');
      const { rows, budget, deadline } = explanation;
      const [earliest] = endsOf(readClock(clock, context).deadline);
      expect(deadline).toBe(earliest);
      expect(rows[0]?.from).toBe(clock.term.startOn);
      expect(rows.at(-1)?.to).toBe(deadline);
      let total = 0;
      rows.forEach((row, index) => {
        expect(row.days).toBe(daysBetween(row.from, row.to) + 1);
        const next = rows[index + 1];
        if (next) expect(next.from).toBe(addDays(row.to, 1));
        total = (row.restarted === null ? total : 0) + row.counted;
        expect(row.total).toBe(total);
        expect(row.counted).toBe(row.why.kind === 'counted' ? row.days : 0);
      });
      expect(total).toBe(budget);
    });
  });

  it('reaches the latest deadline too, where there is one', () => {
    holds((one) => {
      const clock = clockOf(one);
      const { deadline } = readClock(clock, todayOf(one));
      const latest = explainDeadline(clock, todayOf(one), 'latest')?.deadline ?? null;
      if (deadline.kind === 'open') expect(latest).toBe(deadline.latest);
      else expect(latest).toBe(deadline.on);
    });
  });
});

describe('an edit of the calendar', () => {
  const edit = fc.record({ days: fc.integer({ min: 0, max: 300 }), legal: fc.boolean() });
  const edited = (day: string, legal: boolean): CalendarData => {
    const added = {
      id: 'added',
      name: { it: 'aggiunto', en: 'added' },
      on: { rule: 'once' as const, day },
      valid: [{ from: day, until: day, source: { article: 'x', status: 'unverified' as const } }],
    };
    return legal
      ? { ...calendarData, holidays: [...calendarData.holidays, added] }
      : {
          ...calendarData,
          offices: calendarData.offices.map((office) => ({ ...office, closures: [...office.closures, added] })),
        };
  };

  it('gives the same answer each time, and its undoing the one before', () => {
    fc.assert(
      fc.property(world, edit, (one, { days, legal }) => {
        const clock = clockOf(one);
        const context = todayOf(one);
        const changed = calendarFor(edited(addDays(one.term.startOn, days), legal));
        const there = reproject(clock, context, changed);
        expect(reproject(clock, context, changed)).toEqual(there);
        const back = reproject(clock, { ...context, calendar: changed }, padova);
        expect([back.before, back.after]).toEqual([there.after, there.before]);
        expect(there.moved).toBe(there.because.length > 0);
      }),
    );
  });

  it('moves no term of law for a day on which an office is closed', () => {
    fc.assert(
      fc.property(world, edit, (one, { days }) => {
        const clock = clockOf({ ...one, term: { ...one.term, unit: 'calendar' } });
        const changed = calendarFor(edited(addDays(one.term.startOn, days), false));
        expect(reproject(clock, todayOf(one), changed).moved).toBe(false);
      }),
    );
  });
});

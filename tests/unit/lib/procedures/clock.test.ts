import { describe, expect, it } from 'vitest';
import { checkEntry } from '#lib/procedures/check-entry.ts';
import { type Clock, readClock } from '#lib/procedures/clock.ts';
import { durationOf } from '#lib/procedures/duration.ts';
import type { LedgerEntry } from '#lib/procedures/ledger.ts';
import type { Term } from '#lib/procedures/term.ts';
import { aClock, art10bis, art2c7, on, proroga, stop } from '#tests/builders/procedure-time.ts';

interface Case {
  name: string;
  term?: Partial<Term>;
  ledger: LedgerEntry[];
  deadline: string;
  codes?: string[];
}

// All begin on Monday 2 March 2026 with thirty days (1 April) unless they say otherwise, and are read on 1 July.
const cases: Case[] = [
  {
    name: 'art. 2 c. 7 for fifteen days: ten had gone by on 12 March, the twenty left run from the answer of the 27th',
    ledger: [art2c7('2026-03-12', '2026-03-27')],
    deadline: '2026-04-16',
  },
  {
    name: 'art. 2 c. 7 never lasts over thirty days: from 12 March it ends on 11 April, twenty more end on 1 May, which rolls',
    ledger: [art2c7('2026-03-12', '2026-04-30')],
    deadline: '2026-05-02',
    codes: ['beyondLimit'],
  },
  {
    name: 'nor when nobody ever answers',
    ledger: [art2c7('2026-03-12', null)],
    deadline: '2026-05-02',
    codes: ['beyondLimit'],
  },
  {
    name: 'exactly thirty days are within the limit',
    ledger: [art2c7('2026-03-12', '2026-04-11')],
    deadline: '2026-05-02',
  },
  {
    name: 'a second art. 2 c. 7 moves nothing: five days of the first, 6 April is Easter Monday',
    ledger: [art2c7('2026-03-12', '2026-03-17'), art2c7('2026-03-20', '2026-03-30', 'second')],
    deadline: '2026-04-07',
    codes: ['suspendedTooOften'],
  },
  {
    name: 'the second is the one recorded second, even if its day is earlier',
    ledger: [art2c7('2026-03-20', '2026-03-30'), art2c7('2026-03-12', '2026-03-17', 'second')],
    deadline: '2026-04-11',
    codes: ['suspendedTooOften'],
  },
  {
    name: 'art. 10-bis with observations after seven days: twelve days left run from ten days after them (6 April)',
    ledger: [art10bis('2026-03-20', '2026-03-27')],
    deadline: '2026-04-18',
  },
  {
    name: 'art. 10-bis without observations: twelve days left run from the end of the party’s ten (30 March)',
    ledger: [art10bis('2026-03-20')],
    deadline: '2026-04-11',
  },
  {
    name: 'art. 10-bis: the party’s term does not end on Easter Monday, so observations on Tuesday are timely',
    ledger: [art10bis('2026-03-27', '2026-04-07')],
    deadline: '2026-04-22',
  },
  {
    name: 'art. 10-bis: observations a day late hold nothing',
    ledger: [art10bis('2026-03-20', '2026-03-31')],
    deadline: '2026-04-11',
    codes: ['lateObservations'],
  },
  {
    name: 'art. 10-bis: the clock stops on the notice, the party’s term runs from its receipt five days later',
    ledger: [art10bis('2026-03-20', null, '2026-03-25')],
    // The window ends on Saturday 4 April, which is no holiday.
    deadline: '2026-04-16',
  },
  {
    name: 'art. 10-bis: who answers has received, even if no receipt came back',
    ledger: [art10bis('2026-03-20', '2026-03-27', null)],
    deadline: '2026-04-18',
  },
  {
    name: 'art. 10-bis on the last day leaves no day: the term ends where it would run on',
    ledger: [art10bis('2026-04-01', '2026-04-08')],
    deadline: '2026-04-18',
  },
  {
    name: 'days that two suspensions share are taken off once: 12 March to 3 April is twenty-two',
    ledger: [art2c7('2026-03-12', '2026-03-27'), stop('2026-03-20', '2026-04-03')],
    deadline: '2026-04-23',
    codes: ['overlap'],
  },
  {
    name: 'a suspension on the last day is in time, and the term ends on the day of the answer',
    ledger: [art2c7('2026-04-01', '2026-04-10')],
    deadline: '2026-04-10',
  },
  {
    name: 'a suspension the day after comes too late',
    ledger: [art2c7('2026-04-02', '2026-04-10')],
    deadline: '2026-04-01',
    codes: ['afterExpiry'],
  },
  {
    name: 'the days a roll adds are days of the term: a suspension on Easter Monday is in time',
    term: { startOn: '2026-03-06' },
    ledger: [art2c7('2026-04-06', '2026-04-20')],
    deadline: '2026-04-20',
  },
  {
    name: 'an interruption begins the sixty days of a building permit anew',
    term: { days: 60 },
    ledger: [stop('2026-03-20', '2026-04-10', { effect: 'interrupts', times: 1 })],
    deadline: '2026-06-09',
  },
  {
    name: 'it may not do so twice where its rule says once',
    term: { days: 60 },
    ledger: [
      stop('2026-03-20', '2026-04-10', { effect: 'interrupts', times: 1 }),
      stop('2026-04-20', '2026-04-30', { effect: 'interrupts', times: 1 }, 'second'),
    ],
    deadline: '2026-06-09',
    codes: ['suspendedTooOften'],
  },
  {
    name: 'thirty days of extension end on 1 May and roll',
    ledger: [proroga('2026-03-20', 30)],
    deadline: '2026-05-02',
  },
  {
    name: 'an extension after the term prolongs nothing',
    ledger: [proroga('2026-04-02', 30)],
    deadline: '2026-04-01',
    codes: ['afterExpiry'],
  },
  {
    name: 'an extension and a suspension add up, in whichever order they were recorded',
    ledger: [proroga('2026-03-20', 30), art2c7('2026-03-12', '2026-03-27')],
    deadline: '2026-05-16',
  },
  {
    name: 'an extension makes room for a later suspension',
    ledger: [proroga('2026-04-01', 10), art2c7('2026-04-08', '2026-04-13')],
    deadline: '2026-04-16',
  },
  {
    name: 'an end before the beginning is refused',
    ledger: [art2c7('2026-03-27', '2026-03-12')],
    deadline: '2026-04-01',
    codes: ['wrongOrder'],
  },
  {
    name: 'observations before the notice was received are refused',
    ledger: [art10bis('2026-03-20', '2026-03-21', '2026-03-25')],
    deadline: '2026-04-01',
    codes: ['wrongOrder'],
  },
  {
    name: 'nothing can be stopped before it begins',
    ledger: [art2c7('2026-03-01', '2026-03-12')],
    deadline: '2026-04-01',
    codes: ['beforeStart'],
  },
  {
    name: 'a notice under a law we have no figures for moves nothing, and says so',
    term: { startOn: '2020-03-02' },
    ledger: [art10bis('2020-03-20', '2020-03-25')],
    deadline: '2020-04-01',
    codes: ['noLawInForce'],
  },
  {
    name: 'a suspension of one day from its own day to itself takes nothing off',
    ledger: [art2c7('2026-03-12', '2026-03-12')],
    deadline: '2026-04-01',
  },
  {
    name: 'a term in working days: suspended over Easter week it loses the four working days it had',
    term: { startOn: '2026-03-30', days: 10, unit: 'working', roll: 'none' },
    // Without: 31 March to 14 April. 7, 8, 9 and 10 April do not count.
    ledger: [stop('2026-04-03', '2026-04-12')],
    deadline: '2026-04-20',
  },
];

describe('deadlines', () => {
  it.each(cases)('$name', ({ term = {}, ledger, deadline, codes = [] }) => {
    const reading = readClock(aClock(term, ledger), on('2026-07-01'));
    expect(reading.deadline).toEqual({ kind: 'fixed', on: deadline });
    expect(reading.findings.map(({ code }) => code)).toEqual(codes);
  });
});

describe('a clock read on a day', () => {
  const reading = (clock: Clock, today: string) => {
    const { state, elapsed, remaining, overdue, deadline } = readClock(clock, on(today));
    return { state, elapsed, remaining, overdue, deadline };
  };
  const fixed = (day: string) => ({ kind: 'fixed', on: day });

  it('has used up nothing on its first day', () => {
    expect(reading(aClock({}), '2026-03-02')).toEqual({
      state: 'runs',
      elapsed: 0,
      remaining: 30,
      overdue: 0,
      deadline: fixed('2026-04-01'),
    });
  });

  it('still runs on its last day and is late on the next', () => {
    expect(reading(aClock({}), '2026-04-01')).toMatchObject({ state: 'runs', remaining: 0, overdue: 0 });
    expect(reading(aClock({}), '2026-04-02')).toMatchObject({ state: 'expired', remaining: 0, overdue: 1 });
  });

  it('is not late on a holiday it rolls past', () => {
    expect(reading(aClock({ startOn: '2026-03-06' }), '2026-04-06')).toMatchObject({ state: 'runs', overdue: 0 });
  });

  it('suspended, tells the deadline if it ended today and at the latest', () => {
    const clock = aClock({}, [art2c7('2026-03-12', null)]);
    expect(reading(clock, '2026-03-12')).toMatchObject({ state: 'suspended', elapsed: 10 });
    expect(reading(clock, '2026-03-27')).toEqual({
      state: 'suspended',
      elapsed: 10,
      remaining: 20,
      overdue: 0,
      deadline: { kind: 'open', earliest: '2026-04-16', latest: '2026-05-02' },
    });
  });

  it('runs again by itself on the thirty-first day of a suspension', () => {
    const clock = aClock({}, [art2c7('2026-03-12', null)]);
    expect(reading(clock, '2026-04-11')).toMatchObject({ state: 'suspended', elapsed: 10 });
    expect(reading(clock, '2026-04-12')).toMatchObject({ state: 'runs', elapsed: 11, deadline: fixed('2026-05-02') });
  });

  it('runs on the very day an answer comes, whose own day is out', () => {
    const clock = aClock({}, [art2c7('2026-03-12', '2026-03-27')]);
    expect(reading(clock, '2026-03-27')).toMatchObject({ state: 'runs', elapsed: 10 });
    expect(reading(clock, '2026-03-28')).toMatchObject({ state: 'runs', elapsed: 11 });
  });

  it('has no latest deadline while nothing limits what holds it', () => {
    const notice = aClock({}, [art10bis('2026-03-20', null, null)]);
    expect(reading(notice, '2026-03-25').deadline).toEqual({ kind: 'open', earliest: '2026-04-16', latest: null });
    expect(reading(aClock({}, [stop('2026-03-12', null)]), '2026-03-27').deadline).toEqual({
      kind: 'open',
      earliest: '2026-04-16',
      latest: null,
    });
  });

  it('knows after a notice the deadline with no observations and with some on the last day', () => {
    const clock = aClock({}, [art10bis('2026-03-20')]);
    expect(reading(clock, '2026-03-30').deadline).toEqual({
      kind: 'open',
      earliest: '2026-04-11',
      latest: '2026-04-21',
    });
    expect(reading(clock, '2026-03-31')).toMatchObject({ state: 'runs', deadline: fixed('2026-04-11') });
  });

  it('begins anew from the act of an interruption', () => {
    const clock = aClock({ days: 60 }, [stop('2026-03-20', '2026-04-10', { effect: 'interrupts' })]);
    expect(reading(clock, '2026-04-10')).toMatchObject({ elapsed: 0, remaining: 60 });
    expect(reading(clock, '2026-04-15')).toMatchObject({ elapsed: 5, remaining: 55 });
  });

  it('stopped, stays as it was on the day of the act', () => {
    expect(reading(aClock({}, [], '2026-03-20'), '2026-07-01')).toMatchObject({
      state: 'stopped',
      elapsed: 18,
      overdue: 0,
    });
    expect(reading(aClock({}, [], '2026-04-11'), '2026-07-01')).toMatchObject({ state: 'stopped', overdue: 10 });
  });

  it('stopped while suspended, has the deadline it would have had', () => {
    const clock = aClock({}, [art2c7('2026-03-12', null)], '2026-03-27');
    expect(reading(clock, '2026-07-01')).toMatchObject({
      state: 'stopped',
      elapsed: 10,
      deadline: fixed('2026-04-16'),
    });
  });

  it('does not go back behind what it has recorded', () => {
    const { asOf, elapsed, findings } = readClock(aClock({}, [art2c7('2026-03-12', null)]), on('2026-03-05'));
    expect({ asOf, elapsed }).toEqual({ asOf: '2026-03-12', elapsed: 10 });
    expect(findings).toEqual([{ code: 'clockSetBack', effect: 'noted', today: '2026-03-05', latest: '2026-03-12' }]);
  });

  it('tells of an act before the beginning and of entries after the act', () => {
    expect(readClock(aClock({}, [], '2026-03-01'), on('2026-07-01')).findings).toEqual([
      { code: 'concludedBeforeStart', effect: 'noted', startOn: '2026-03-02', concludedOn: '2026-03-01' },
    ]);
    const later = readClock(aClock({}, [art2c7('2026-03-21', null)], '2026-03-20'), on('2026-07-01'));
    expect(later.findings.map(({ code }) => code)).toEqual(['afterConclusion']);
  });

  it('measures how long a procedure took with and without what held it', () => {
    const clock = aClock({ startOn: '2026-03-04' }, [art2c7('2026-03-12', '2026-03-27')], '2026-04-10');
    // Received two days before it reached the office the term runs from.
    expect(durationOf(clock, '2026-03-02', on('2026-07-01'))).toEqual({ gross: 39, suspended: 15, net: 24 });
  });

  it('gives a refused suspension no part in the net duration', () => {
    const clock = aClock({}, [art2c7('2026-04-02', '2026-04-20')], '2026-05-02');
    expect(durationOf(clock, '2026-03-02', on('2026-07-01'))).toEqual({ gross: 61, suspended: 0, net: 61 });
  });
});

describe('before an entry is recorded', () => {
  it('a first suspension meets no objection', () => {
    expect(checkEntry(aClock({}), art2c7('2026-03-12', null), on('2026-03-12'))).toEqual([]);
  });

  it('a second one does, and names the article', () => {
    const clock = aClock({}, [art2c7('2026-03-12', '2026-03-17')]);
    expect(checkEntry(clock, art2c7('2026-03-20', null, 'second'), on('2026-03-20'))).toEqual([
      { code: 'suspendedTooOften', effect: 'refused', id: 'second', article: 'L. 241/1990 art. 2 c. 7', times: 1 },
    ]);
  });

  it('one after the term does, and names the day it ended', () => {
    expect(checkEntry(aClock({}), art2c7('2026-04-02', null), on('2026-04-02'))).toEqual([
      { code: 'afterExpiry', effect: 'refused', id: 'sosp', expiredOn: '2026-04-01' },
    ]);
  });
});

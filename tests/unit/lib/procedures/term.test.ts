import { describe, expect, it } from 'vitest';
import { activityDueOn, daysLate } from '#lib/procedures/activity-norm.ts';
import { registroGiornalieroBy } from '#lib/procedures/registro-giornaliero.ts';
import { endOfTerm } from '#lib/procedures/term.ts';
import { sameOrNextWorkingDay, workingDaysBetween } from '#lib/procedures/working-days.ts';
import { law, padova } from '#tests/builders/procedure-time.ts';

describe('a term in calendar days', () => {
  const end = (startOn: string, days: number, roll: 'none' | 'next' = 'next') =>
    endOfTerm({ startOn, days, unit: 'calendar', roll }, padova);

  it.each([
    { name: '2 March 2026 and thirty days: 1 April', startOn: '2026-03-02', gives: '2026-04-01' },
    { name: 'ending on Easter it passes over Easter Monday too', startOn: '2026-03-06', gives: '2026-04-07' },
    { name: 'ending on a Saturday it stays there', startOn: '2026-04-02', gives: '2026-05-02' },
    {
      name: 'ending on Christmas, a Friday, it waits until Monday the 28th',
      startOn: '2026-11-25',
      gives: '2026-12-28',
    },
    { name: 'ending on Saint Anthony’s it stays: a patron moves nothing', startOn: '2025-05-14', gives: '2025-06-13' },
    { name: 'ending on 4 October 2027, a Monday, it rolls', startOn: '2027-09-04', gives: '2027-10-05' },
    { name: 'ending on 4 October 2024, not yet a holiday, it stays', startOn: '2024-09-04', gives: '2024-10-04' },
    { name: 'holidays within it count', startOn: '2026-12-10', gives: '2027-01-09' },
  ])('$name', ({ startOn, gives }) => expect(end(startOn, 30)).toBe(gives));

  it('ends on the holiday itself when its rule does not roll', () => {
    expect(end('2026-03-06', 30, 'none')).toBe('2026-04-05');
  });
});

describe('a norm in working days', () => {
  const due = (startedOn: string, days: number) =>
    activityDueOn({ days, unit: 'working', roll: 'none' }, startedOn, padova);

  it.each([
    {
      name: 'five from Thursday 30 April: 1 May and the weekend do not count',
      startedOn: '2026-04-30',
      days: 5,
      gives: '2026-05-08',
    },
    {
      name: 'two from Monday 1 June: Republic Day does not count',
      startedOn: '2026-06-01',
      days: 2,
      gives: '2026-06-04',
    },
    {
      name: 'two from Wednesday 11 June 2025: the patron’s Friday does not',
      startedOn: '2025-06-11',
      days: 2,
      gives: '2025-06-16',
    },
    { name: 'one begun on a Saturday: Monday', startedOn: '2026-11-21', days: 1, gives: '2026-11-23' },
    { name: 'none: the same day', startedOn: '2026-11-23', days: 0, gives: '2026-11-23' },
    { name: 'none, begun on a Sunday: Monday', startedOn: '2026-11-22', days: 0, gives: '2026-11-23' },
  ])('$name', ({ startedOn, days, gives }) => expect(due(startedOn, days)).toBe(gives));

  it('is late by its own days', () => {
    expect(daysLate('2026-04-30', '2026-05-05', { unit: 'working', roll: 'none' }, padova)).toBe(2);
    expect(daysLate('2026-04-30', '2026-05-05', { unit: 'calendar', roll: 'next' }, padova)).toBe(5);
    expect(daysLate('2026-05-05', '2026-04-30', { unit: 'calendar', roll: 'next' }, padova)).toBe(0);
  });

  it('counts the working days of a span, first out and last in', () => {
    expect(workingDaysBetween('2026-12-23', '2027-01-07', padova)).toBe(8);
  });

  it('takes a working day for itself', () => {
    expect(sameOrNextWorkingDay('2026-06-02', padova)).toBe('2026-06-03');
    expect(sameOrNextWorkingDay('2026-06-03', padova)).toBe('2026-06-03');
  });
});

describe('registroGiornaliero', () => {
  it.each([
    { name: 'of a Friday goes on Monday', day: '2026-11-20', gives: '2026-11-23' },
    { name: 'of 12 June 2025 waits over the patron’s weekend', day: '2025-06-12', gives: '2025-06-16' },
    { name: 'of Christmas Eve waits over three days of feast', day: '2026-12-24', gives: '2026-12-28' },
  ])('$name', ({ day, gives }) => expect(registroGiornalieroBy(day, law, padova)).toBe(gives));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayAt, daysBetween, isDay, numberOf, weekdayOf } from '#lib/procedures/day.ts';

describe('days of the calendar', () => {
  it.each([
    { name: '29 February of a leap year is a day', text: '2028-02-29', is: true },
    { name: '29 February of a common year is none', text: '2027-02-29', is: false },
    { name: 'a century that 400 does not divide is no leap year', text: '2100-02-29', is: false },
    { name: '31 April is none', text: '2026-04-31', is: false },
    { name: 'the thirteenth month is none', text: '2026-13-01', is: false },
    { name: 'an hour is more than a day', text: '2026-04-01T00:00', is: false },
    { name: 'the year 0 never was', text: '0000-01-01', is: false },
    { name: 'a day by words is none', text: 'domani', is: false },
  ])('$name', ({ text, is }) => expect(isDay(text)).toBe(is));

  it.each([
    { name: 'the first day is out and the last is in', day: '2026-03-02', days: 30, gives: '2026-04-01' },
    { name: 'a leap February has a day more', day: '2028-02-01', days: 30, gives: '2028-03-02' },
    { name: 'a common February has it not', day: '2027-02-01', days: 30, gives: '2027-03-03' },
    { name: 'summer time begins within the term and takes no day', day: '2026-03-28', days: 2, gives: '2026-03-30' },
    { name: 'summer time ends within the term and adds none', day: '2026-10-24', days: 2, gives: '2026-10-26' },
    { name: 'nothing lies beyond the last day', day: '9999-12-30', days: 9, gives: '9999-12-31' },
  ])('$name', ({ day, days, gives }) => expect(addDays(day, days)).toBe(gives));

  it.each([
    { name: 'six months end on the day of that number', day: '2026-01-15', months: 6, gives: '2026-07-15' },
    { name: 'where that day is missing, on the last of the month', day: '2026-08-31', months: 6, gives: '2027-02-28' },
    { name: 'which in a leap year is the 29th', day: '2027-08-31', months: 6, gives: '2028-02-29' },
    { name: 'eighteen months cross two years', day: '2015-12-10', months: 18, gives: '2017-06-10' },
  ])('$name (art. 2963 c. 4 and 5)', ({ day, months, gives }) => expect(addMonths(day, months)).toBe(gives));

  it('23 November 2026 is a Monday', () => expect(weekdayOf(numberOf('2026-11-23'))).toBe(1));

  it('numbers and days are the same thing in both directions', () => {
    fc.assert(
      fc.property(fc.integer({ min: numberOf('1000-01-01'), max: numberOf('9999-12-31') }), (number) => {
        expect(isDay(dayAt(number))).toBe(true);
        expect(numberOf(dayAt(number))).toBe(number);
        expect(daysBetween('1970-01-01', dayAt(number))).toBe(number);
      }),
    );
  });
});

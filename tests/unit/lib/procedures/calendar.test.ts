import { describe, expect, it } from 'vitest';
import { calendarDataSchema } from '#lib/procedures/calendar-data.ts';
import { calendarOf, isWorkingDay } from '#lib/procedures/calendar.ts';
import { dayAt, dayIn, numberOf } from '#lib/procedures/day.ts';
import { easterOf } from '#lib/procedures/easter.ts';
import { calendarData, padova } from '#tests/builders/procedure-time.ts';

const holidaysOf = (year: number) => {
  const days = [];
  for (let day = dayIn(year, 1, 1); day <= dayIn(year, 12, 31); day++) {
    const holiday = padova.holidayAt(day);
    if (holiday && holiday.id !== 'domenica') days.push(dayAt(day).slice(5));
  }
  return days;
};

describe('Easter', () => {
  it.each([
    ['1818-03-22'],
    ['1943-04-25'],
    ['1954-04-18'],
    ['1961-04-02'],
    ['1981-04-19'],
    ['2000-04-23'],
    ['2008-03-23'],
    ['2011-04-24'],
    ['2024-03-31'],
    ['2025-04-20'],
    ['2026-04-05'],
    ['2027-03-28'],
    ['2038-04-25'],
    ['2049-04-18'],
  ])('falls on %s', (day) => expect(dayAt(easterOf(Number(day.slice(0, 4))))).toBe(day));
});

describe('legal holidays', () => {
  const today = [
    '01-01',
    '01-06',
    '04-06',
    '04-25',
    '05-01',
    '06-02',
    '08-15',
    '10-04',
    '11-01',
    '12-08',
    '12-25',
    '12-26',
  ];

  it('of 2026 are twelve, 4 October for the first time', () => expect(holidaysOf(2026)).toEqual(today));

  it('of 2025 had no 4 October, and Easter Monday on the 21st', () => {
    const then = today.filter((day) => day !== '10-04').map((day) => (day === '04-06' ? '04-21' : day));
    expect(holidaysOf(2025)).toEqual(then);
  });

  it('of 1976 still had the days that L. 54/1977 took away, Ascension and Corpus Domini after Easter on 18 April', () => {
    expect(holidaysOf(1976)).toEqual(
      '01-01 01-06 03-19 04-19 04-25 05-01 05-27 06-02 06-17 06-29 08-15 11-01 11-04 12-08 12-25 12-26'.split(' '),
    );
  });

  it.each([
    { name: 'Epiphany was none between 1978 and 1985', day: '1982-01-06', id: null },
    { name: 'and is one again from 1986', day: '1986-01-06', id: 'epifania' },
    { name: '2 June was none until 2000', day: '2000-06-02', id: null },
    { name: 'and is one again from 2001', day: '2001-06-02', id: 'repubblica' },
    { name: '17 March was one once, in 2011', day: '2011-03-17', id: 'unita150' },
    { name: 'and not the year after', day: '2012-03-17', id: null },
    { name: 'a feast on a Sunday is named for the feast', day: '2026-10-04', id: 'sanFrancesco' },
    { name: 'every Sunday is one', day: '2026-11-22', id: 'domenica' },
    { name: 'Saturday is none', day: '2026-11-21', id: null },
    { name: 'the patron saint’s day is none', day: '2025-06-13', id: null },
    { name: '29 June is none but in Rome', day: '2026-06-29', id: null },
  ])('$name', ({ day, id }) => expect(padova.holidayAt(numberOf(day))?.id ?? null).toBe(id));

  it('say which act makes them', () => {
    expect(padova.holidayAt(numberOf('2027-10-04'))?.source.article).toContain('L. 151/2025');
    expect(padova.holidayAt(numberOf('1990-01-06'))?.source.article).toBe('DPR 792/1985 art. 1');
  });
});

describe('closures of an office', () => {
  it('are Saturday and Saint Anthony’s in Padova', () => {
    expect(isWorkingDay(numberOf('2025-06-13'), padova)).toBe(false);
    expect(isWorkingDay(numberOf('2026-11-21'), padova)).toBe(false);
    expect(isWorkingDay(numberOf('2026-11-23'), padova)).toBe(true);
  });

  it('leave Saturday a working day where the office works on it', () => {
    const open = { id: 'anagrafe', name: { it: 'Anagrafe', en: 'Registry' }, closures: [] };
    const calendar = calendarOf({ ...calendarData, offices: [open] }, 'anagrafe');
    expect(calendar && isWorkingDay(numberOf('2026-11-21'), calendar)).toBe(true);
  });

  it('are not known for an unknown office', () => expect(calendarOf(calendarData, 'altrove')).toBeNull());
});

describe('calendar data', () => {
  const source = { article: 'x', status: 'unverified' };
  const rule = (on: unknown, valid: unknown) => ({ id: 'a', name: { it: 'a', en: 'a' }, on, valid });
  const always = [{ from: '2000-01-01', until: null, source }];
  const officeWith = (closures: unknown[]) => ({
    holidays: [],
    offices: [{ id: 'o', name: { it: 'o', en: 'o' }, closures }],
  });

  it.each([
    {
      name: 'periods that overlap',
      data: officeWith([
        rule({ rule: 'fixed', month: 1, day: 1 }, [
          { from: '2000-01-01', until: null, source },
          { from: '2010-01-01', until: null, source },
        ]),
      ]),
    },
    {
      name: 'a period that ends before it begins',
      data: officeWith([
        rule({ rule: 'fixed', month: 1, day: 1 }, [{ from: '2010-01-01', until: '2009-01-01', source }]),
      ]),
    },
    { name: 'a thirteenth month', data: officeWith([rule({ rule: 'fixed', month: 13, day: 1 }, always)]) },
    {
      name: 'an office that never opens',
      data: officeWith([0, 1, 2, 3, 4, 5, 6].map((weekday) => rule({ rule: 'weekly', weekday }, always))),
    },
    { name: 'a misspelt word', data: { ...officeWith([]), ofices: [] } },
  ])('refuse $name', ({ data }) => expect(calendarDataSchema.safeParse(data).success).toBe(false));

  it('take a 29 February, which common years do not have', () => {
    const data = calendarDataSchema.parse(officeWith([rule({ rule: 'fixed', month: 2, day: 29 }, always)]));
    const calendar = calendarOf(data, 'o');
    expect(calendar?.closureAt(numberOf('2028-02-29'))?.id).toBe('a');
    expect(calendar?.closureAt(numberOf('2027-03-01'))).toBeNull();
  });
});

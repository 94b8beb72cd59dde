import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { calendarDataSchema } from '#lib/procedures/calendar-data.ts';
import { daysOfYear, weekdaysOf } from '#lib/procedures/days-of-year.ts';

const data = calendarDataSchema.parse(parse(readFileSync('schemas/procedures/calendar.yaml', 'utf8')));
const closures = data.offices[0]?.closures ?? [];

describe('the days of a year', () => {
  it('are those that the law names, in their order, Easter where it falls', () => {
    const days = daysOfYear(data.holidays, 2026).map(({ day }) => day);
    expect(days).toEqual(
      ['01-01', '01-06', '04-06', '04-25', '05-01', '06-02', '08-15', '10-04', '11-01', '12-08', '12-25', '12-26'].map(
        (day) => `2026-${day}`,
      ),
    );
    expect(daysOfYear(data.holidays, 2025).map(({ id }) => id)).not.toContain('sanFrancesco');
  });

  it('that come each week are told apart', () => {
    expect(weekdaysOf(data.holidays, 2026)).toEqual([0]);
    expect(weekdaysOf(closures, 2026)).toEqual([6]);
    expect(weekdaysOf(data.holidays, 1940)).toEqual([]);
    expect(daysOfYear(closures, 2026).map(({ day }) => day)).toEqual(['2026-06-13']);
  });
});

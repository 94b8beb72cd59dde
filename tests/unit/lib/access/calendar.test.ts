import { expect, it } from 'vitest';
import { mayEditCalendar } from '#lib/access/calendar.ts';
import { citizen, staff } from '#tests/builders/access.ts';

it('the days of all offices are closed by who directs them all, or keeps the catalogue', () => {
  const may = (session: Parameters<typeof mayEditCalendar>[0]) => mayEditCalendar(session).allowed;
  expect(may(staff('manager', null))).toBe(true);
  expect(may(staff('administrator', null))).toBe(true);
  expect(may(staff('manager', 'suap'))).toBe(false);
  expect(may(staff('responsible', null))).toBe(false);
  expect(may(citizen('a'))).toBe(false);
});

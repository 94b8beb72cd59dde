import { describe, expect, it } from 'vitest';
import type { CalendarData, DayRule } from '#lib/procedures/calendar-data.ts';
import { reproject } from '#lib/procedures/reproject.ts';
import { aClock, art10bis, calendarData, calendarFor, on } from '#tests/builders/procedure-time.ts';

const oneDay = (day: string): DayRule => ({
  id: `straordinario ${day}`,
  name: { it: 'chiusura straordinaria', en: 'extraordinary closure' },
  on: { rule: 'once', day },
  valid: [{ from: day, until: day, source: { article: 'ordinanza', status: 'unverified' } }],
});

const withClosure = (day: string): CalendarData => ({
  ...calendarData,
  offices: calendarData.offices.map((office) => ({ ...office, closures: [...office.closures, oneDay(day)] })),
});
const withHoliday = (day: string): CalendarData => ({
  ...calendarData,
  holidays: [...calendarData.holidays, oneDay(day)],
});

describe('a calendar edited while cases run', () => {
  it('a new holiday on the deadline moves it on, and is the reason', () => {
    const moved = reproject(aClock({}), on('2026-03-20'), calendarFor(withHoliday('2026-04-01')));
    expect(moved).toMatchObject({
      moved: true,
      before: { on: '2026-04-01' },
      after: { on: '2026-04-02' },
      because: [{ on: '2026-04-01', was: null, is: { id: 'straordinario 2026-04-01' } }],
    });
  });

  it('a closure of the office moves no term of law', () => {
    expect(reproject(aClock({}), on('2026-03-20'), calendarFor(withClosure('2026-04-01'))).moved).toBe(false);
  });

  it('but does move a norm in working days', () => {
    const norm = aClock({ startOn: '2026-03-30', days: 3, unit: 'working', roll: 'none' });
    const edited = calendarFor(withClosure('2026-03-31'));
    expect(reproject(norm, on('2026-03-30'), edited)).toMatchObject({
      before: { on: '2026-04-02' },
      after: { on: '2026-04-03' },
      because: [{ on: '2026-03-31' }],
    });
  });

  it('a holiday that a day loses moves the deadline back', () => {
    const ordinary = calendarFor();
    const context = on('2026-03-20', calendarFor(withHoliday('2026-04-01')));
    expect(reproject(aClock({}), context, ordinary)).toMatchObject({
      before: { on: '2026-04-02' },
      after: { on: '2026-04-01' },
      because: [{ was: { id: 'straordinario 2026-04-01' }, is: null }],
    });
  });

  it('a holiday at the end of the party’s ten days moves what follows', () => {
    const clock = aClock({}, [art10bis('2026-03-20')]);
    const moved = reproject(clock, on('2026-03-31'), calendarFor(withHoliday('2026-03-30')));
    // On 31 March the party may now still answer.
    expect(moved).toMatchObject({ before: { on: '2026-04-11' }, after: { kind: 'open', earliest: '2026-04-13' } });
  });
});

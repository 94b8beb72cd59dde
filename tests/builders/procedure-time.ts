import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { calendarDataSchema } from '#lib/procedures/calendar-data.ts';
import { type Calendar, calendarOf } from '#lib/procedures/calendar.ts';
import type { Clock, ClockContext } from '#lib/procedures/clock.ts';
import type { Day } from '#lib/procedures/day.ts';
import { lawSchema } from '#lib/procedures/law.ts';
import type { LedgerEntry, StopRule } from '#lib/procedures/ledger.ts';
import type { Term } from '#lib/procedures/term.ts';

const read = (name: string): unknown => parse(readFileSync(`schemas/procedures/${name}.yaml`, 'utf8'));

/** The real data: what the tests say of the law holds for what runs. */
export const law = lawSchema.parse(read('law'));
export const calendarData = calendarDataSchema.parse(read('calendar'));

export function calendarFor(data = calendarData, office = 'padova'): Calendar {
  const calendar = calendarOf(data, office);
  if (!calendar) throw new Error(`no calendar for ${office}`);
  return calendar;
}

export const padova = calendarFor();

export const on = (today: Day, calendar: Calendar = padova): ClockContext => ({ law, calendar, today });

/** Thirty calendar days that roll, from a day. */
export function aClock(term: Partial<Term>, ledger: LedgerEntry[] = [], concludedOn: Day | null = null): Clock {
  return {
    kind: 'legal',
    term: { startOn: '2026-03-02', days: 30, unit: 'calendar', roll: 'next', ...term },
    calendarId: 'padova',
    ledger,
    concludedOn,
  };
}

export const art2c7 = (from: Day, to: Day | null, id = 'sosp'): LedgerEntry => ({
  kind: 'art2c7',
  id,
  act: null,
  from,
  to,
});

export const art10bis = (from: Day, observationsOn: Day | null = null, receivedOn: Day | null = from): LedgerEntry => ({
  kind: 'art10bis',
  id: 'preavviso',
  act: null,
  from,
  receivedOn,
  observationsOn,
});

export const stop = (from: Day, to: Day | null, rule: Partial<StopRule> = {}, id = 'altro'): LedgerEntry => ({
  kind: 'other',
  id,
  act: null,
  from,
  to,
  rule: { article: 'regolamento art. 9', effect: 'suspends', times: null, maxDays: null, ...rule },
});

export const proroga = (from: Day, days: number): LedgerEntry => ({
  kind: 'extension',
  id: 'proroga',
  act: 'det. 12',
  from,
  days,
  article: 'regolamento art. 7',
});

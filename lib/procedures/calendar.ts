import type { CalendarData, DayRule, Recurrence } from './calendar-data.ts';
import { type DayNumber, dayAt, dayIn, numberOf, weekdayOf, yearOf } from './day.ts';
import { easterOf } from './easter.ts';
import type { Name, Source } from './source.ts';
import { inForce } from './validity.ts';

/** Why a day is no ordinary one, with the act that says so. */
export interface NamedDay {
  id: string;
  name: Name;
  source: Source;
}

/** The days of one office: the holidays of law, the same for all, and its own closures. */
export interface Calendar {
  id: string;
  holidayAt(day: DayNumber): NamedDay | null;
  closureAt(day: DayNumber): NamedDay | null;
}

/** @returns null when the data know no such office. */
export function calendarOf(data: CalendarData, office: string): Calendar | null {
  const found = data.offices.find(({ id }) => id === office);
  if (!found) return null;
  return { id: office, holidayAt: lookupOf(data.holidays), closureAt: lookupOf(found.closures) };
}

export function isWorkingDay(day: DayNumber, calendar: Calendar): boolean {
  return !calendar.holidayAt(day) && !calendar.closureAt(day);
}

/** What rules say of any day. */
export function lookupOf(rules: readonly DayRule[]): (day: DayNumber) => NamedDay | null {
  const weekly = rules.filter((rule) => rule.on.rule === 'weekly');
  const yearly = rules.filter((rule) => rule.on.rule !== 'weekly');
  const years = new Map<number, Map<DayNumber, NamedDay>>();
  const ofYear = (year: number): Map<DayNumber, NamedDay> => {
    const known = years.get(year);
    if (known) return known;
    const days = new Map<DayNumber, NamedDay>();
    for (const rule of yearly) {
      const day = occurrence(rule.on, year);
      const named = day === null ? null : namedOn(rule, day);
      if (day !== null && named && !days.has(day)) days.set(day, named);
    }
    years.set(year, days);
    return days;
  };
  // A feast that falls on a Sunday is named for the feast.
  const find = (day: DayNumber) => ofYear(yearOf(day)).get(day) ?? weeklyOn(weekly, day);
  // Thousands of deadlines ask for the same few days.
  const asked = new Map<DayNumber, NamedDay | null>();
  return (day) => {
    const before = asked.get(day);
    if (before !== undefined) return before;
    const found = find(day);
    asked.set(day, found);
    return found;
  };
}

function weeklyOn(rules: readonly DayRule[], day: DayNumber): NamedDay | null {
  const weekday = weekdayOf(day);
  for (const rule of rules) {
    const named = rule.on.rule === 'weekly' && rule.on.weekday === weekday ? namedOn(rule, day) : null;
    if (named) return named;
  }
  return null;
}

function namedOn({ id, name, valid }: DayRule, day: DayNumber): NamedDay | null {
  const period = valid.find((one) => inForce(one, dayAt(day)));
  return period ? { id, name, source: period.source } : null;
}

function occurrence(on: Recurrence, year: number): DayNumber | null {
  if (on.rule === 'easter') return easterOf(year) + on.offset;
  if (on.rule === 'once') return on.day.startsWith(String(year).padStart(4, '0')) ? numberOf(on.day) : null;
  if (on.rule === 'weekly') return null;
  const day = dayIn(year, on.month, on.day);
  // 29 February in a common year would be 1 March.
  return dayAt(day).endsWith(`-${String(on.day).padStart(2, '0')}`) ? day : null;
}

import { type Calendar, isWorkingDay } from '#lib/procedures/calendar.ts';
import { addDays, numberOf, type Day } from '#lib/procedures/day.ts';
import { firstInstantOf, romeDay } from '#lib/procedures/rome.ts';
import { addWorkingDays, sameOrNextWorkingDay } from '#lib/procedures/working-days.ts';
import type { Chance } from './chance.ts';

const minute = 60_000;

/** Minutes after the day began: at night the clock may change, by day people say the same hour. */
export const instantOn = (day: Day, minutes: number): Date =>
  new Date(firstInstantOf(day).getTime() + minutes * minute);

const opens = 8 * 60 + 15;
const closes = 17 * 60;

/** Some working days on, at an hour of the office; the same day only while there is time left of it. */
export function inOffice(now: Date, days: number, calendar: Calendar, chance: Chance): Date {
  const today = romeDay(now);
  if (days <= 0 && isWorkingDay(numberOf(today), calendar)) {
    const soon = new Date(Math.max(now.getTime(), instantOn(today, opens).getTime()) + chance.whole(3, 70) * minute);
    if (soon < instantOn(today, closes)) return soon;
  }
  return instantOn(addWorkingDays(today, Math.max(1, days), calendar), chance.whole(opens, closes - 1));
}

/** Some days on, at any hour at which people are up. */
export const atHome = (now: Date, days: number, chance: Chance): Date =>
  instantOn(addDays(romeDay(now), Math.max(1, days)), chance.whole(7 * 60, 22 * 60));

/** In the office on a day or the first one on which it is open. */
export const officeOn = (day: Day, calendar: Calendar, chance: Chance): Date =>
  instantOn(sameOrNextWorkingDay(day, calendar), chance.whole(opens, closes - 1));

/** When time itself is looked at: each night. */
export const nightOf = (day: Day): Date => instantOn(day, 2 * 60 + 30);

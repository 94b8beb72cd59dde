import type { Calendar } from '#lib/procedures/calendar.ts';
import { addDays, daysBetween, type Day } from '#lib/procedures/day.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { sameOrNextWorkingDay } from '#lib/procedures/working-days.ts';
import type { Chance } from './chance.ts';
import { instantOn } from './office-hours.ts';

/** How busy a month is beside the busiest. */
const busy = [0.7, 0.8, 0.9, 0.9, 1, 0.95, 0.7, 0.35, 1, 1, 0.9, 0.6];

/** More of late: what is still open is from the last months. */
const lately = { share: 0.2, days: 70 };

/** A day by the seasons between the first and the last. */
export function filingDay(first: Day, last: Day, chance: Chance): Day {
  const span = Math.max(1, daysBetween(first, last));
  for (let tries = 0; tries < 40; tries++) {
    const back = chance.happens(lately.share) ? chance.whole(1, Math.min(lately.days, span)) : chance.whole(1, span);
    const day = addDays(last, -back);
    if (chance.happens(busy[Number(day.slice(5, 7)) - 1] ?? 1)) return day;
  }
  return last;
}

/** At the counter and by SUAP while the offices are open; over the network at any hour of the day. */
export function filingInstant(day: Day, channel: string, now: Date, calendar: Calendar, chance: Chance): Date {
  const anyHour = channel === 'web' || channel === 'pec' || channel === 'email';
  const open = anyHour ? day : sameOrNextWorkingDay(day, calendar);
  const wanted = instantOn(open, anyHour ? chance.whole(7 * 60, 23 * 60) : chance.whole(8 * 60 + 30, 13 * 60));
  if (wanted <= now) return wanted;
  // Of the day that is not over: within what there was of it, at most three hours ago.
  const begun = instantOn(romeDay(now), 1).getTime();
  return new Date(Math.max(begun, now.getTime() - chance.whole(4, 180) * 60_000));
}

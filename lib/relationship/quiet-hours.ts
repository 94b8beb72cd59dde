import { addDays } from '#lib/procedures/day.ts';
import { romeDay, romeInstant } from '#lib/procedures/rome.ts';

/** Hours in which nobody is disturbed, as clocks in Italy show them; they may go over midnight. */
export interface QuietHours {
  from: string;
  until: string;
}

/** `hh:mm` of a day. */
export const hourPattern = /^([01]\d|2[0-3]):[0-5]\d$/;

const clockOfRome = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Rome',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What clocks in Italy show at an instant. */
export const romeHour = (at: Date): string => clockOfRome.format(at);

/** Whether an instant lies in quiet hours. From and until the same: there are none. */
export function isQuiet(at: Date, quiet: QuietHours | null): boolean {
  if (!quiet || quiet.from === quiet.until) return false;
  const now = romeHour(at);
  return quiet.from < quiet.until ? now >= quiet.from && now < quiet.until : now >= quiet.from || now < quiet.until;
}

/** The instant itself, or the end of the quiet hours it lies in. */
export function afterQuiet(at: Date, quiet: QuietHours | null): Date {
  return quiet && isQuiet(at, quiet) ? nextHour(at, quiet.until) : at;
}

/** The next time that clocks in Italy show an hour; an hour that is skipped in March is met when the skip is over. */
export function nextHour(after: Date, hour: string): Date {
  const today = romeDay(after);
  for (const days of [0, 1]) {
    const day = addDays(today, days);
    const at = romeInstant(`${day}T${hour}`) ?? romeInstant(`${day}T03:00`);
    if (at && at > after) return at;
  }
  return new Date(after.getTime() + 86_400_000);
}

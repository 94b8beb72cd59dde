/** Granularities of OAI-PMH 2.0 §2.7.1: days, or seconds, of UTC. */
export type Granularity = 'day' | 'second';

/** One end of a range, as it was asked for. */
export interface DateArgument {
  granularity: Granularity;
  /** Its first and last second, since 1970; the same where seconds are asked for. */
  first: number;
  last: number;
}

const patterns: Record<Granularity, RegExp> = {
  day: /^\d{4}-\d{2}-\d{2}$/,
  second: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
};
const secondsOfDay = 86_400;

/** A date argument; null for what is none: another form, a day or time that there is not. */
export function readDate(text: string): DateArgument | null {
  // XML Schema has no year 0.
  if (text.startsWith('0000')) return null;
  if (patterns.day.test(text)) {
    const first = Date.parse(`${text}T00:00:00Z`) / 1000;
    return writeDate(first).startsWith(text) ? { granularity: 'day', first, last: first + secondsOfDay - 1 } : null;
  }
  if (!patterns.second.test(text)) return null;
  const second = Date.parse(text) / 1000;
  // 24:00:00 and the 30th of February parse as something else.
  return writeDate(second) === text ? { granularity: 'second', first: second, last: second } : null;
}

/** Seconds since 1970 as OAI-PMH writes them; what is no instant is empty. */
export function writeDate(seconds: number): string {
  const at = new Date(seconds * 1000);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().replace(/\.\d+Z$/, 'Z');
}
